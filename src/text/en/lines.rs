//! The macro that makes one text of the lines of a language's file, and finds a message's line in it.
//!
//! Says nothing itself.

/// The lines, which messages they are of, and what goes into them. Those behind `@besides` are said in
/// place of another one.
macro_rules! lines {
    (
        $message:ident;
        $($name:ident $({ $($field:ident),* })? $(($inner:ident))? => $words:literal $([$($slot:expr),*])?;)*
        @besides
        $($other:ident => $others:literal;)*
    ) => {
        /// The place of a line in the text.
        #[derive(Clone, Copy)]
        enum Position { $($name,)* $($other,)* }

        const LINES: &str = concat!($($words, "\n",)* $($others, "\n",)*);

        fn line_of(message: &$message<'_>) -> Position {
            match message { $($message::$name { .. } => Position::$name,)* }
        }

        fn filled_with(words: &str, message: &$message<'_>) -> String {
            let slots: &[Slot<'_>] = match *message {
                $($message::$name $({ $($field,)* .. })? $(($inner))? => &[$($($slot),*)?],)*
            };
            grammar::filled(words, slots)
        }
    };
}
