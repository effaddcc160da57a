//! The messages of what surrounds the clock of a running session: a part of the table in `message.rs`.

/// Passes a table on to the macro `$next`, with the messages of what surrounds the clock at its end.
macro_rules! with_running {
    ($next:ident $($table:ident)+ { $($others:tt)* }) => {
        $next! { $($table)+ {
            $($others)*

            // The keys of a running session.
            KeysOn, KeysList, KeysHint, KeysClose, KeyGoOn, KeyBack, KeyPause, KeyMore, KeyAsked, KeyAnother, KeyList, KeyShared, SharedOpen, KeyFloat, FloatOpen, FloatClose,

            // Its signals.
            Signals, SignalChime, SignalNearing, SignalTitle, SignalAwake, SignalNoNumbers, SignalNoSeconds,
            SignalCannotAwake, SignalAwakeRefused, TimeLeft, TimeNears, TimeOver,
            PlainNears { title: Own }, PlainOver { title: Own },
            TabLeft { minutes: Number, title: Own }, TabOver { minutes: Number, title: Own }, TabUp { title: Own },
            TabNears { title: Own }, TabPaused { title: Own }, TabPlain { title: Own },
        } }
    };
}

pub(super) use with_running;
