### Every sentence of the product in English, in the voice of a good coach: short, kind, exact; no exclamation
### marks, no jargon.
###
### Variables, beside those that the groups explain:
### $name, $seller, $manager, $other   name of a person, where it begins a sentence
### $…-within    the same inside a sentence: "The manager", whose name is unknown, is "the manager" there, and
###              "Early opportunity" is "early opportunity". A language that does not need it uses $….
### $has-…       "yes" or "no": whether the variable holds anything
### $minutes, $count and other numbers   digits
### $…-plural    the number itself, to choose a plural by; not to be shown
###
### No functions: numbers and dates arrive as text. Another language is a copy of this file in its own words,
### named after its BCP 47 tag, such as de.ftl. What it lacks is said in English.


## Anywhere
## thousands: a large number. $thousands is what stands before its last three digits, $rest is those digits.
## minutes-spelled, days-spelled and the names of the two, called-…, are used in other messages.

product = Coaching session
seller-unknown = A seller without a name
called-manager = manager
called-seller = seller
called-sellers = sellers
back-home = All sessions
undo = Undo
dismiss = Got it
time-at-place = { $time } ({ $place } time)
time-at-both = { $time } in { $place } ({ $there } in { $there-place })
time-in = { $time } in { $place }
time-yours = { $time } your time ({ $there })
time-for = { $time } for { $name-within }
time-beside = { $time } ({ $other })
says-zone = Time zone: { $place } ({ $offset })
zone-unknown = This browser doesn't know the time zone { $zone }. The time is worked out from { $offset }, which the plan names.
minutes = { $minutes } min
minutes-of = { $spent } min ({ $planned } planned)
minutes-spelled =
    { $minutes-plural ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
days-spelled =
    { $days-plural ->
        [one] a day
       *[other] { $days } days
    }
thousands = { $thousands },{ $rest }

## The list of sessions
## $coaching-type: name of a coaching type, as below under "Built-in phrases". $when: a date and a time.
## $time: a time of day.

home-heading = Your coaching sessions
home-of = Your sessions with { $seller-within }
came-up = Something came up
came-up-keep = Put it on the list
came-up-list = On the list for the next session
came-up-kept = On your list. It goes to { $name-within } with your next message.
came-up-kept-alone = On your list, only for you.
came-up-changed = The line is changed.
came-up-held = Goes into no link from now on, only into a backup that you save.
came-up-removed = Removed from the list: “{ $words }”
came-up-hint =
    { $day-plural ->
        [1] Can't wait? Call now. Otherwise it's on Monday's list.
        [2] Can't wait? Call now. Otherwise it's on Tuesday's list.
        [3] Can't wait? Call now. Otherwise it's on Wednesday's list.
        [4] Can't wait? Call now. Otherwise it's on Thursday's list.
        [5] Can't wait? Call now. Otherwise it's on Friday's list.
        [6] Can't wait? Call now. Otherwise it's on Saturday's list.
        [7] Can't wait? Call now. Otherwise it's on Sunday's list.
       *[8] Can't wait? Call now. Otherwise it's on today's list.
    }
came-up-hint-on = Can't wait? Call now. Otherwise it's on the list for { $when }.
came-up-hint-next = Can't wait? Call now. Otherwise it waits for the next session.
home-empty = Nothing is booked yet.
how-plan = Plan a session: who and when. The invitation says that it's coaching, not a review.
how-topic = Your { called-seller } gets a link and chooses the topic. You both come prepared.
how-hold = You go deep on one or two deals, agree on next steps, and book the next date.
plan-one = Plan a session
home-steps = What you said you'd do
home-said = What others said they'd do
home-said-by = What { $name-within } said they'd do
agreed-on = Agreed with { $seller-within }, { $day }
says-step-done = { $name } did this
says-step-dropped = { $name } let this go
row-steps-done = Done: { $words }
step-gone = A next step that isn't on this device
still-worth = Still worth doing, or drop it?
still-do = Still worth doing
group-earlier = Earlier
group-week = This week
group-later = Later
group-undated = No date yet
group-on = On now
group-next = Next
group-passed = The date has passed
group-held = Held
group-cancelled = Cancelled
row-open = Open
row-open-long = Open the session with { $seller-within }, { $when }
row-more = +{ $count } more
row-last = Last: { $when }
row-more-long = +{ $count } more with { $seller-within }
take-off = Take { $seller-within } off the list
taken-off = { $seller } is off the list.
nothing-with = Nothing is booked with { $seller-within }.
row-happened = Did it happen?
row-happened-long = Did it happen? The session with { $seller-within }, { $when }
today-at = Today { $time }
tomorrow-at = Tomorrow { $time }
no-topic = No topic yet
no-topic-own = No topic from you yet
row-brings-it = Will bring a topic
row-brings-it-own = You'll bring a topic
row-other-time = Would like another time
row-other-time-own = You asked for another time
row-cant-come = Can't come
row-cant-come-own = You can't come
row-said-yes = Said yes
asks-for = Asks for a session
asked-for-own = You asked for a session
book-with = Book { $when } with { $seller-within }
row-delete = Delete the session with { $seller-within }, { $when }
delete = Delete
sample-open = Look at a sample
sample-told = This is a sample to look around in. Lee isn't a real person.
weeks-heading = My weeks
weeks-lead = Your own practice, for you alone: no link and no summary holds it. A moved session counts in the week it was moved from.
weeks-table = As a table
weeks-caption = My sessions and my next steps by week
weeks-week = Week of
weeks-monday = { $day }
weeks-held = Held
weeks-booked = Booked
weeks-moved = Moved
weeks-steps = My next steps
sample-remove = Remove the sample
sample-gone = The sample has been removed.
sample-seller = Lee (sample)
sample-topic = Northwind has gone quiet since the trial
sample-walk-away = A first sentence for my call on Thursday
sample-evidence = The last two mails had no answer
sample-topic-held = Contoso wants a discount before legal has looked at anything
sample-step-seller = Ask Contoso's counsel which clauses worry them
sample-step-manager = Introduce Lee to our own counsel
sample-when = Friday
deleted-session = The session with { $seller-within } has been deleted.
not-held-here = The session with { $seller-within }, { $when }, has been deleted here. { $name } hears of it only from you.
cancelled-here = The session with { $seller-within }, { $when }, is cancelled here. { $name } hears of it only from you.
deleted-planned = The session with { $seller-within }, { $when }, has been deleted.

## Preparing for a session
## $name: the manager or the seller. manager-unknown-within: the same as manager-unknown, inside a sentence.
## $words: text that one of the two wrote. $when: a date and a time. $evidence: a hint from "Hints by coaching
## type".

manager-unknown = The { called-manager }
manager-unknown-within = the { called-manager }
prepare-as = Prepare as { $name-within }
hand-over = { $name }'s turn
hand-over-lead = The next screen is for { $name-within } alone. There's no password, so please look away if that isn't you.
hand-over-to = Hand over to { $name-within }
i-am = I am { $name-within }
back-to-session = Back to the session
read-again = What you prepared
brought-before = What { $seller-within } brought
own-ask = { $name }'s private notes
own-empty = You kept nothing for yourself alone.
own-done = Hide it
prepare-heading = { $name } prepares
prepare-heading-own = Your preparation
prepare-lead-manager = First read what { $seller-within } wrote. Then get yourself ready.
prepare-lead-seller = { $manager } invites you to a coaching session. Not a forecast or a performance review. You choose the topic.
brought = What { $seller-within } brings
nothing-brought = Nothing from { $seller-within } yet
can-count-on = What you can count on
noted-label = Noted topic
fact-label = One fact you bring
fact-from = One fact { $manager-within } brings
fact-lead = About the work, not other people's numbers. { $seller } sees it once you send it, so it's no surprise.
topics-heading = What to work on
topic-first = What would help most?
topic-next = What else would help?
topic-parked = Saved for next time
topic-held = What stays with you
topic-add = Another topic
saved-heading = Saved for this session
saved-bring = Bring it
worked-if-label = What do you want to walk away with?
worked-if = To walk away with: { $words }
evidence-heading = What you know
evidence-lead = One per line, and how you know it. For example: { $evidence }
avoid-heading = Questions to avoid
evidence-label = One fact
evidence-add = Add a line
source-label = How you know it
seen = Seen
told = Told
guessed = Guessed
seen-remark = Seen first-hand
told-remark = Told by someone
guessed-remark = A guess
leave-heading = Off the table
leave-label = Anything you don't want to talk about?
leave-alone = Off the table: { $words }
check-heading = Before you go in
check-lead = The ticks are yours: they go into no link and no summary.
check-change = Change these lines
check-change-lead = A line that you remove stays away in your next sessions, too.
check-changed = Done
check-all = Show all lines again
check-removed = Removed
check-remove = Remove
check-remove-long = Remove: { $line }
check-back = Put it back
check-back-long = Put it back: { $line }
check-more = More for this kind of session: { $coaching-type-within }
note-heading = Only for you
note-lead = Never in links or summaries. A backup of this device holds it.
note-label = Private note
only-for-me = Only for me
ready-manager = I'm ready to coach
ready-seller = I'm ready for coaching
not-ready = Save, I'm not ready yet
ready-never = Nothing from { $name-within } yet
ready = { $name } said “I’m ready” ({ $when })
ready-earlier = { $name } was ready for the earlier plan ({ $when })
both-ready = You both said you're ready.
screen-seen = Will { $seller-within } see this screen?
screen-yes = Yes, hide private notes
yes = Yes
no = No
held-ready = You both said you were ready.
held-unclocked = Held without the clock.

## The form that plans a session
## $minutes: what the person typed. $time: a time of day. $allowed, $found: numbers of characters. $text: what another window has saved.

form-heading = Plan a coaching session
form-heading-change = Change the session
form-lead = Your { called-seller } chooses the topic.
seller-label = Who will you coach?
seller-renames = A new name here renames this { called-seller } everywhere.
date-label = Date
time-label = Time
type-label = What kind of session?
type-as-last = The same as last time.
agenda-label = You edited the agenda. Keep it?
agenda-keep = Keep it
agenda-renew = Use a new one
minutes-label = Minutes
minutes-hint = { $least } to { $most }. If you need longer, two sessions work better.
place-label = Place or meeting link
own-name-label = Your name
own-name-hint = Kept on this device for next time.
defaults = { $coaching-type }, { $minutes } minutes
defaults-change = Change
defaults-close = Hide
form-submit = Plan this session
form-submit-change = Save the change
cancel = Cancel
names-label = People you coach
names-edit = Edit names
names-done = Done
names-hint = Untick a name and it's no longer suggested. The sessions stay.
slots-label = When? One press plans the session
slots-label-change = Move it with one press (check your calendar first)
form-leave = Keep it as it is
form-call-off = Cancel the session instead
plan-anyway = Plan it anyway
save-anyway = Save it anyway
date-passed = This date has passed.
doubt-same-names = You and the { called-seller } have the same name. Is that right?
doubt-far = That's more than two years away. Is the year right?
doubt-overlaps = That overlaps with { $seller-within }, { $time }.
doubt-overlaps-slot = That overlaps with { $name-within }'s slot, { $when }.
doubt-skipped = The clocks go forward that night and skip this time. It would be { $time }.
doubt-twice = The clocks go back that night, so this time comes twice. The first one counts.
complain-which = You coach several people of this name. Choose the one you mean.
no-session-yet = no session yet
complain-seller = Enter the { called-seller }'s name.
complain-date = Choose a date.
complain-time = Choose a time.
complain-minutes = Enter a whole number from { $least } to { $most }.
complain-too-long = At most { $allowed } characters: { $over } too many.
complain-no-topic = “What do you want to walk away with?” has text, but there's no topic. Add a topic, or clear both.
complain-too-many = Only { $most } fit. Clear this one or another.
complain-overtaken = Another window has saved “{ $text }” here. Press again to replace it with yours.
complain-agenda = Another window has changed the agenda since. Press again to take a new one all the same.
two-names = This person has two names here: “{ $one }” and “{ $other }”. Which one is right?
own-two-names = You have two names here: “{ $one }” and “{ $other }”. Which one is right?
full = That's as many as fit: { $most }.
full-answers = That's as many answers as fit: { $most }.

## A planned session
## $date: a date. $from, $to: times of day. $minutes: minutes of the whole agenda. $booked: minutes of the
## session. $by: the difference of the two.

session-kicker = Coaching session · { $coaching-type-within }
session-title = { $seller } with { $manager-within }
when = { $date }, { $from } to { $to }
when-short = { $date }, { $from }
handshake = “This is coaching. Your deal, my questions. OK?”
handshake-call = “This is coaching. Your customer call, my questions. OK?”
handshake-account = “This is coaching. Your account, my questions. OK?”
handshake-territory = “This is coaching. Your territory, my questions. OK?”
handshake-topic = “This is coaching. Your topic, my questions. OK?”
handshake-ahead = Before you start, say to { $seller-within }: { $words }
say-to = Say to { $seller-within }:
brought-own = What you bring
prepare-again = Change what I prepared
not-today = Not today: move it
agenda-heading = Agenda
agenda-sum = { minutes-spelled }
agenda-over = { minutes-spelled }: { $by } more than the { $booked } you booked
agenda-under = { minutes-spelled }: { $by } fewer than the { $booked } you booked
agenda-edit = Edit the agenda
change-plan = Change date or place
start-ahead = Start now
start-said = { $seller } said yes: start
start-ask = This session is booked for { $when }. Start it now?
start-ask-passed = This session was booked for { $when }. Start it now?
start-now = Start it now
start-not = Not now
start-late = Start it now after all
happened-yes = Yes, it happened
happened-move = Move it
passed-own = The date of this session has passed
passed-own-lead = { $manager } can say if it took place, or move it.
happened-not = No, delete it
happened-undo = It didn't happen after all
happened-what = What happens then
happened-yes-what = Yes: it's filed as held, and shows only the time it was booked for. You can still write down next steps and send the record.
happened-move-what = Move it: you choose another date. Everything that was written stays.
happened-not-what = No: it's deleted, with what was written for it. { $seller } stays on your list, and you can undo this there.
protected = always at the end
protected-group = Always at the end

## The calendar
## calendar-plan stands in the entry itself, which others may read. $link: an address.

calendar-put = Put it in the calendar
calendar-heading = Put it in the calendar
calendar-lead = A calendar entry invites nobody. { $name } hears about the session when you send the invitation.
calendar-lead-own = A calendar entry invites nobody. This one is for your own calendar.
calendar-save = Save the calendar file
calendar-again = Save the file again
calendar-done = A file was saved: open it to add the entry. It invites nobody by itself.
calendar-done-web = The entry opened in your web calendar: save it there. It invites nobody by itself.
calendar-moved = The plan has changed since. A new file replaces the old entry. Google and Outlook links make a second one, so delete the first.
calendar-open = Open it in a web calendar
calendar-open-lead = This hands the entry to Google or Microsoft.
calendar-google = Google Calendar
calendar-outlook = Outlook.com
calendar-microsoft = Microsoft 365
calendar-too-long = The place is too long for a link. Save the file instead.
calendar-holds = What the entry says
calendar-private = The file is marked private. It names no topic, no customer and no next step, since others may see your calendar.
calendar-plan = The plan: { $link }
calendar-next = Your next session: { $link }

## The standing slot
## $day: name of a weekday. $week: the place of the weekday in its month. $time: a time of day. $slot: one of the four
## slots. $when: a date, or a date and a time. $dates: two or more dates. $name: the other person.

name-of-day =
    { $day ->
        [monday] Monday
        [tuesday] Tuesday
        [wednesday] Wednesday
        [thursday] Thursday
        [friday] Friday
        [saturday] Saturday
       *[sunday] Sunday
    }
slot-weekly = Every { $day } at { $time }
slot-two-weeks = Every second { $day } at { $time }
slot-monthly =
    { $week ->
        [first] The first { $day } of each month at { $time }
        [second] The second { $day } of each month at { $time }
        [third] The third { $day } of each month at { $time }
        [fourth] The fourth { $day } of each month at { $time }
       *[last] The last { $day } of each month at { $time }
    }
slot-quarterly =
    { $week ->
        [first] First { $day } of every third month at { $time }
        [second] Second { $day } of every third month at { $time }
        [third] Third { $day } of every third month at { $time }
        [fourth] Fourth { $day } of every third month at { $time }
       *[last] Last { $day } of every third month at { $time }
    }
slot-ask = Meet regularly? { $slot }
slot-keep = Keep this slot
just-date = Just { $when }
slot-other = Another rhythm
slot-open = Standing slot
slot-heading = A standing slot with { $seller-within }?
slot-lead-ask = A fixed time makes coaching happen. One press keeps the slot, and each date can still be moved.
slot-lead = It goes on until you end it. Skip a single date here, or move it once it's planned: the others stay.
slot-how = How often
slot-then = Then { $dates }
slot-then-more = Then { $dates } and { $count } more
slot-row = { $slot }, then { $dates }
slot-unplanned = { $slot }. Not planned yet: { $when }
slot-until = { $slot } until { $when }
slot-next = { $slot }. Next: { $when }
slot-no-date = { $slot }. No date is left.
slot-dates = The next dates
slot-none = No date is left in this row.
slot-planned = planned
slot-skipped = skipped
slot-begun = took place
slot-moved = moved to { $when }
slot-skip = Skip
slot-skip-long = Skip { $when }
slot-put-back = Put it back
slot-put-back-long = Put it back: { $when }
slot-few = The row is nearly over.
slot-extend = Add the next quarter
slot-end = End this slot
slot-told = { $name } hears of a change here with your next message.
slot-ended = The standing slot with { $name-within } has ended
slot-ended-lead = Sessions that are planned stay.
slot-ended-told = Sessions that are planned stay. { $name } hears of the end with your next message.
slot-ended-next = { $name } hears of the end with your next invitation.
slot-ended-short = The standing slot has ended.
slot-date-told = This date was in your message of { $when }.
slot-left = The standing slot has ended. Its dates may still be in your calendar.
row-holds = All dates in your calendar
row-file =
    { $count-plural ->
        [one] The file holds one entry. A later file replaces it and leaves others alone.
       *[other] One file holds { $count } entries. A later file replaces them, and takes skipped dates out.
    }
row-google = Google Calendar can open one entry that repeats. It repeats on skipped and moved dates, too.
row-done = A file was saved: open it to add all dates. It invites nobody by itself.
row-gone =
    { $count-plural ->
        [one] One date without a session may still be in your calendar
       *[other] { $count } dates without a session may still be in your calendar
    }
row-gone-can = A file can cancel entries that came from a file. Entries from a web calendar, and copies, stay: delete them by hand. Some calendars cross a cancelled entry out and keep it.
row-gone-save = Save the file that cancels them
row-gone-done = A file was saved: open it to cancel the dates. It tells nobody by itself.
row-moved = The dates have changed since. A new file replaces the old entries.
pair-link-heading = This link opens the next session of two people
pair-link-lead = It stays the same for every date. This browser knows nothing of the two yet, so there is nothing to open here.
pair-link-seller = { $seller }: open the last invitation that { $manager-within } sent you, here or in the browser that you use for it. After that, this link works there.
pair-link-manager = { $manager }: open it in the browser in which you plan your sessions, or bring your saved file here.

## Booking a quarter
## $number: the number of an hour in the form. $when: a date and a time. $day: a date. $line: a line as it was typed.
## $sellers, $fit: numbers of sellers. $count: a number of dates or hours. $slot: a slot in words. $time: a time of day.

quarter-open = Book the quarter
quarter-heading = All coaching dates of a quarter
quarter-lead = Look at the dates, move what doesn't fit, and book them all with one press.
quarter-who = Who?
quarter-names = Names of your { called-sellers }
quarter-names-more = More { called-sellers }
quarter-names-hint = One on each line, or separated by commas. You can paste a list.
quarter-hours = Your hours for coaching
quarter-day = Hour { $number }: day
quarter-time = Hour { $number }: time
quarter-hour-add = Add an hour
quarter-fill =
    { $count-plural ->
        [one] Make it { $count } hour a week
       *[other] Make it { $count } hours a week
    }
quarter-hour-remove = Remove hour { $number }
quarter-every = How often for each { called-seller }?
quarter-weekly = Every week
quarter-two-weeks = Every two weeks
quarter-four-weeks = Every four weeks
quarter-when = From when to when?
quarter-first = First day
quarter-last = Last day
quarter-avoid = Days to avoid
quarter-avoid-hint = Forecast days, holidays, the end of the quarter: one date or span on each line, such as 2026-12-25, 24.12.2026 to 1.1.2027 or Dec 25, 2026. Words after it are fine.
quarter-types = Kinds of session, in turn
quarter-working = Days you work
quarter-offs = Days your sellers don't work
quarter-off = Days { $seller-within } doesn't work
quarter-dates = The dates
quarter-week = Week of { $day }
quarter-at = { $time } { $seller }
quarter-row = { $when }: { $seller }
quarter-row-of = { $when }: { $seller }, { $coaching-type-within }
quarter-instead = instead of { $day }
quarter-out = Left out
quarter-no-hour = No free hour
quarter-later = Then: { $dates }
quarter-move = Move
quarter-move-done = Done
quarter-move-date = New date
quarter-move-time = New time
quarter-leave-out = Leave this date out
quarter-put-back = Put this date back
quarter-left-out = left out
quarter-unplaced = { $seller }, { $day }: no free hour near that day, so it's left out.
quarter-place = Choose a time
quarter-place-long = Choose a time for { $seller-within } in place of { $day }
quarter-on-avoided = This is one of your days to avoid.
quarter-on-rest = You don't work on that day.
quarter-on-sellers-rest = { $seller } doesn't work on that day.
quarter-book =
    { $count-plural ->
        [0] Book the dates
        [one] Book { $count } date
       *[other] Book { $count } dates
    }
quarter-no-seller = Add at least one { called-seller }.
quarter-all-kept = Everyone you chose keeps the dates they have. Replace some, or add a { called-seller }.
quarter-slot = { $seller } has a slot: { $slot-within }.
quarter-slot-ends = { $seller } has a slot: { $slot-within }. Booking ends it; what is planned stays.
quarter-slot-keep = Keep { $seller-within }'s slot
quarter-has = { $seller } has dates up to { $day }.
quarter-has-ends = { $seller } has dates up to { $day }. Booking replaces them; what is planned stays.
quarter-has-keep = Keep { $seller-within }'s dates
quarter-replace = Replace
quarter-too-short = The last day is too early.
quarter-too-long = At most half a year at a time.
quarter-no-working-day = None of these hours falls on a day you work.
quarter-too-many =
    { $fit-plural ->
        [one] These hours have room for { $fit } seller. You have { $sellers }.
       *[other] These hours have room for { $fit } sellers. You have { $sellers }.
    }
quarter-no-dates = There's no date left to book. Choose other days or hours.
quarter-wrong-date = One of the dates can't stay where you moved it.
quarter-busy = You have another session then.
quarter-same-day = { $seller } has another session on that day.
quarter-unread-some = Some of the days to avoid can't be read.
quarter-unread = No date at the start of “{ $line }”.
quarter-unclear = “{ $line }”: which is the day, which is the month? Write it like 2026-12-25.
quarter-span = “{ $line }” isn't a span of up to three months.
quarter-many-days = “{ $line }” is too much: up to 400 days are read.
quarter-booked = Booked. Now invite your { called-sellers }
quarter-booked-lead = One message each, with all of that { called-seller }'s dates. Nothing leaves before you press.
quarter-count-on = What can all of them count on?
quarter-method = How do you send them?
quarter-copy = Copy
quarter-copy-for = Copy for { $name-within }
quarter-copy-again = Copy again
quarter-copy-again-for = Copy again for { $name-within }
quarter-share-with = Share with { $name-within }
quarter-share-again = Share again
quarter-share-again-with = Share again with { $name-within }
quarter-mail-to = E-mail to { $name-within }
quarter-mail-again = E-mail again
quarter-mail-again-to = E-mail again to { $name-within }
quarter-read = Read it
quarter-read-close = Close
quarter-other-ways = Other ways to send it
quarter-other-ways-to = Other ways to send it to { $name-within }
quarter-copied = Copied. Paste it into a message to { $name-within }.
quarter-shared = Shared with { $name-within }.
quarter-sent-copied = You copied it, { $when }
quarter-sent-shared = You shared it, { $when }
quarter-sent-mailed = You started an e-mail with it, { $when }
quarter-booked-row =
    { $count-plural ->
        [0] { $seller }: { $when }
        [one] { $seller }: { $when }, and { $count } more date
       *[other] { $seller }: { $when }, and { $count } more dates
    }
quarter-calendar = Save all dates for your calendar
quarter-undo = Undo the booking
quarter-done = Done
quarter-back = Back to the quarter

## The agenda, opened for editing
## $number: place of an item, from 1. $title: name of an item. All else is in minutes.

edit-heading = Edit the agenda
edit-help = Alt+Up or Alt+Down moves the item you're in.
edit-done = Done
to-all-sessions = Back to all sessions
item-title-label = Name of item { $number }
item-minutes-label = Minutes of item { $number }
item-title-short = Item
item-minutes-short = Minutes
move-up = Move up: { $title }
move-down = Move down: { $title }
remove = Remove: { $title }
remove-short = Remove
add-item = Add an item
fit = Fit it to { $booked } minutes
misfit-short = These items need at least { $needed } minutes. Take one out, or plan more time.
misfit-long = These items fill { $filled } minutes at most. Add one, or plan less time.
complain-title = Give the item a name.
complain-item-minutes = Enter a whole number from { $least } to { $most }.
undo-edited = Undo: item edited
undo-added = Undo: item added
undo-removed = Undo: item removed
undo-moved = Undo: item moved
undo-fitted = Undo: minutes fitted

## The running session
## $answer: what a good answer holds, from "Questions". $time, $planned: times of day. $number, $of: place of an item and
## number of items. $next, $title: name of an item.

ask-name = A question to ask
listen-for = Listen for: { $answer }.
asked = Asked
another = Another
asked-all = All asked. Stay with the answer that matters most.
finish-about = Ends about { $time }
finish-on-time = On time
finish-late = { $minutes } min late · { $planned } planned
finish-ahead = { $minutes } min to spare
paused-since = Paused since { $time }
rail-line =
    { $has-next ->
        [yes] { $number } of { $of } · then { $next }
       *[no] { $number } of { $of } · the last one
    }
item-number = Item { $number } of { $of }
timer-name = Time for this item
left-of = of { $minutes } min left
over-the = over the { $minutes } min
over-just = time is up
time-paused = paused
time-closing = left to close
next = Next: { $title }
next-short = Next
finish = End the session
back = Back
pause = Pause
resume = Resume
skip = Skip
more = More time
more-or-on = Time's up. More, or move on?
more-or-end = Time's up. More, or end here?
extend-by = +{ $minutes } min
extend-by-long = +{ $minutes } min for this item
end-early = End here
standing-done = Done
standing-current = On now
standing-skipped = Left out
rail-times = { $from } to { $to }
rail-times-current = { $from } to about { $to }
rail-times-coming = about { $from } to { $to }
clock-undo-start = Undo the start
clock-undo-move = Undo the change of item
clock-undo-skip = Undo the skip
clock-undo-extend = Undo +{ $minutes } min
clock-undo-shorten = Undo the shorter items
clock-undo-drop = Undo dropping the item
clock-undo-pause = Undo the pause
clock-undo-resume = Undo resuming
clock-undo-end = It's not over yet
clock-undo-answer = Undo the last answer

## Corrections, and the reason of a pause

correct-clock = Correct the clock
began-ago = We began { $minutes } min ago
ended-ago = This item ended { $minutes } min ago
clock-undo-began = Undo the earlier start
clock-undo-reason = Undo the reason
interrupted = Interrupted: go on another day
held-interrupted = Interrupted. The next session of the two goes on with what is left.
pause-why = Why? Noted on this device only
pause-call = A call
pause-visitor = Somebody came in
pause-break = A break
pause-line = Bad line

## The proposal at a change of item
## $way: one of the two messages offer-way and offer-without. $changes: messages offer-change, with commas. $time: the finish.

offer-behind = { $minutes } min behind. { $way }?
offer-ahead = { $minutes } min to spare. { $way }?
offer-way = { $changes }, finish { $time }
offer-without = Drop { $title }, finish { $time }
offer-change = { $title } { $from } → { $to }
offer-change-spoken = { $title }: { $to } instead of { $from } minutes
offer-finish = Finish { $time }
offer-others = Other ways
offer-fewer = Hide other ways

## Notes taken in the session
## $day: a date. $label: a name or a heading before $words, which somebody wrote.

agreed = Today
agreed-also = Also today
agreed-write = Write down today's topic
agreed-change = Change today's topic
alone-hide = Hide what's for you alone
alone-show = Hold to see what's for you alone
alone-ask = Can { $other-within } see your screen right now?
alone-seen = Yes. Keep it hidden
alone-unseen = No. Show it for a minute
notes-alone = Notes for you alone
note-shared = Shared
only-me = Only me
who-reads = Who is this note for?
may-ask = Not in links or summaries. { $seller } may ask to see it.
kept-alone = Kept for you alone.
kept = Kept: { $words }
kept-for = Kept for { $name-within }: { $words }
kept-from = Kept from { $name-within }: { $words }
bring-back = Bring back what I typed
bring-back-other = Bring back another text
write-down = Write down
write-next-step = Add a step
write-parked = Park
write-note = Note
you = You
whose-step = Who does it?
who-raised = Who raised it?
next-step-label = What is the next step?
park-label = What should wait for another time?
shared-note-label = Note
first-step-label = First small step
when-label = When
length-label = Length
kind-label = Kind of session
when-ask = When, in words
step-date = Or a date
step-by = by { $day }
step-when-on = When: { $words } ({ $day })
step-date-passed = This date has passed. If that's right, keep it.
step-date-far = That's more than two years away. If the year is right, keep it.
step-date-wrong = This isn't a date. Choose one, or clear the field.
step-calendar = Put it in my calendar
step-calendar-done = File saved: open it to add the entry
keep = Keep it
next-steps = Next steps
parked = Parked
notes = Notes
steps-before = Next steps from earlier
parked-before = Parked for today
differently-heading = What to do differently next time
differently-before = You wanted to do this differently
parked-last = On the list for this session
said-on = From { $day }
labelled = { $label }: { $words }
read-aloud = Read them aloud. Have we got that right?
thats-right = That's right
next-time = Next time
elsewhere = Elsewhere
drop-it = Drop it
answer-not-yet = Not yet
undo-note = Undo the last entry
undo-booked = Undo the booking
undo-overtaken = Another window has changed this since. Its change stays.

## The close, and the next session
## $name: whoever answers. $other: the other of the two. $when: a date and a time.

hand-over-close = { $name } answers now. { $other }, please look away. You see both answers together, once both are in.
close-heading = { $name }, how was it?
close-lead-manager = { $other } doesn't see this yet. Once both answers are in, you see them together.
steps-agreed = Agreed
close-lead = { $other } doesn't see this yet. Once both answers are in, you see them together. Skip what you like.
close-ask = How was it?
has-answered = { $name } has answered.
answered-aloud = You answered aloud with { $name-within }.
not-answered = { $name } hasn't answered yet.
own-answered = You've answered.
own-not-answered = You haven't answered yet.
answer-own = Say how it was
answer-own-again = Change your answer
answer-correct = Correct my answer
answers-elsewhere = { $name } answers on their own device, from the record you send.
is-here = { $name } is here: hand over
answer-as = Answer as { $name-within }
answer-again = Change { $name-within }'s answer
answer-in = That's my answer
answer-later = Save for later
ask-got = Did you get what you came for?
ask-talk = Was that coaching, or just talking?
ask-spoke = Who talked more?
ask-differently = What should we do differently next time?
write-differently = Write it down for next time
own-question = A question for yourself alone: who talked more?
partly = Partly
coaching = Coaching
just-talking = Just talking
spoke-even = About the same
next-heading = Your next session
next-on = Booked: { $when }
open-next = Open the next session
keep-date = Book { $when }
another-time = Another time

## Words of the clock, for screen readers
## $title: name of an item.

told-starts = { $title }: { minutes-spelled }.
told-nears =
    { $minutes-plural ->
        [one] { $title }: about a minute left.
       *[other] { $title }: about { $minutes } minutes left.
    }
told-up = { $title }: time is up. More time, or move on?
told-up-last = { $title }: time is up. More time, or end the session?
told-over = { $title }: { $minutes } minutes over.

## Questions about the clock
## $minutes: minutes that nobody saw, or minutes of a step. $day, $time: the end of the session.

unseen = { $minutes } minutes went by while this page slept. Were you still talking?
unseen-stayed = We kept talking
unseen-away = We were away
unseen-clock = The clock was changed
left-open = This session was left open. It was last seen on { $day } at { $time }.
left-open-when = When did it end?
left-open-end = It ended at { $time }
left-open-end-day = It ended on { $day } at { $time }
earlier-by = { $minutes } min earlier
later-by = { $minutes } min later
left-open-stay = We're still in it

## A session that is over, and its summary
## $date: a date. $from, $to: times of day. $spent, $planned: minutes. $words: a thing that was parked.
## $place: next-time, elsewhere or dropped.

over-when = { $date }, { $from } to { $to }
over-booked = { $date }, booked for { $from } to { $to }
held-when = { $when }, booked for { $booked }
over-lead-next = The next one is easiest to book now.
summary-heading = Summary
summary-lead = For both of you. Read it to see exactly what it holds.
summary-read = Read it
summary-print = Print
summary-copy = Copy
summary-save = Save as Markdown
summary-copied = Copied.
summary-refused = This browser doesn't let the page copy. The text is selected: copy it with the keyboard.
summary-went = What we went through
summary-brought = What { $seller-within } brought
summary-placed = { $words } · { $place-within }
summary-foot = Coaching notes. Not for appraisal.
dropped = dropped
table-caption = Planned and actual minutes
table-item = Item
table-planned = Planned
table-actual = Actual
table-total = Total
table-skipped = left out
table-not-reached = not reached

## Files
## $heading: one of the headings above it, such as file-new. $count: number of records. $name: a seller, and for
## file-record the name of a stored record. $number: number of a line.

save-session = Save as a file
save-session-next = Save this and the next session as a file
open-file = Open a file
file-heading = What this file holds
file-refused = This file can't be opened
file-too-large = It is larger than 16 MB or holds more than 10,000 records, which is too much to read. Nothing was changed.
file-newer = A newer release saved it. Reload the page to get that release, then open the file again. Nothing was changed.
file-foreign = It wasn't saved by a coaching session, or part of it is missing. Nothing was changed.
file-lead = Nothing is stored until you add it.
file-nothing-new = Nothing new: everything readable in it is already here, or was deleted here.
file-unreadable = Nothing in it can be read.
file-own = From your own side
file-own-lead = This would change what you wrote yourself. Add it only if you made that change on another device. You can undo it.
file-older = Maybe older than what is here
file-older-lead = Nothing is certain to be new. Tick what you want to keep beside what is here, then choose between the two.
file-older-keep = Keep both
file-older-keep-of = Keep both: { $name }
file-new = New here
part-all = all of it
part-plan = date, place and length
part-agenda = agenda
part-ahead = words ahead of the session
part-ready = readiness
part-course = how the session went
part-notes = notes and next steps
part-close = answers at the close
part-topics = topics
part-evidence = what you know
part-answer = answer to the invitation
file-changed = Newer in the file
file-both = Changed here and in the file, both kept until you choose
file-deleted = Deleted in the file, and then here
file-names = Names
file-same = No change
file-left-out = Can't be read and stays out
file-group = { $heading }: { $count }
file-more = And { $count } more
file-content-gone = deleted
file-name-here =
    { $has-name ->
        [yes] here: { $name }
       *[no] new here
    }
file-name-own = your own name
file-private = What is for one of you alone
file-record = Record { $name }
file-line = Line { $number }
file-end = The end of the file
fault-missing = missing
fault-damaged = damaged
fault-too-large = too large
fault-newer = from a newer release
fault-unfit = contradicts what is here
fault-forged = damaged or forged: it claims more than 1,000 changes that were never made here
fault-blocked = what is stored here under this name can't be read
file-take = Add it
cancel-take = OK, it's cancelled
deleted-take = OK, take it off my list
file-take-as = Add it as { $name-within }
file-leave = Not now
file-drafts = Half-typed text
file-answer = An answer to an invitation
file-of-page = Data from this page
file-brought = “{ $file }” was added.
file-brought-of = “{ $file }” was added: { $what }.
and-sessions =
    { $count-plural ->
        [one] { $first }, and one more session
       *[other] { $first }, and { $count } more sessions
    }
file-stays = Undone, except where you have written something since: that stays.
file-stays-of = “{ $file }”: undone, except where you have written something since: that stays.

## The page around the frame
## $page: address of the page, such as https://intranet.example.

asked-by = { $page } asks
asked-link = The page around this one asks for the link of this session. Whoever has the link can read what it holds.
asked-calendar = The page around this one asks for the calendar entry of this session.
asked-summary = The page around this one asks for the summary of this session.
asked-export = The page around this one asks for everything that is stored here, private notes included.
asked-delete = The page around this one asks to delete everything that is stored here. This can't be undone.
asked-text = What it would get
asked-give = Give it to that page
asked-delete-all = Delete everything
asked-decline = No, change nothing
full-page = Open in full page
full-page-with = Open in full page, with these sessions
frame-apart = Your browser may keep the sessions of this frame apart from those of the full page.
frame-file = If no file came, the page around this one doesn't let it save files. You can copy the content instead.
frame-file-copied = The content of the file is copied. Paste it into a text file to keep it.
frame-file-refused = The browser didn't let this page copy. The full page can save a file.
frame-file-copy = Copy the content
storage-denied-frame = The page around this one, or this browser, doesn't let it store anything. What you do here works until you close it. Save a backup to keep it.

## Storage, and other windows
## $count: number of stored records. $when: a date and a time. $title: item of an agenda. $time: a time of day.

storage-denied = This browser doesn't let the page store anything. What you do here works until you close it. Save a backup to keep it.
page-is-told = This page is told when sessions start and end.
storage-unwanted = This page stores nothing. What you do here works until you close it. Save a backup to keep it.
storage-of-tab = This page keeps what you do here until you close the tab. Save a backup to keep it longer.
storage-cleared = The data of this page was cleared in this browser. This window still holds everything it showed, and stores nothing until you choose. If you leave it cleared, this window is emptied too, except for what you have typed into a new form since.
storage-put-back = Put it all back
storage-leave-cleared = Leave it cleared
left-typed = Typed earlier and not kept: “{ $text }”
left-for = { $name } typed something here earlier and didn't keep it. It is for { $name-within } alone.
left-take = Go on with it
differently-hint = It comes first in your next session, where you both read it.
differently-waits = { $name } wrote down after { $day } what to do differently, and hasn't handed it in yet.
began-answer = You began an answer to { $name-within } for { $when }: “{ $text }”
began-some-answer = You began an answer to an invitation: “{ $text }”. Open that invitation again to go on.
stranded-for = { $name } typed something here that couldn't be kept, because the session changed in another window. It is for { $name-within } alone.
expiring = You left something half typed on { $day }. It is over { days-spelled } old and will be deleted after today.
expiring-text = You left this half typed on { $day }: “{ $text }”. It is over { days-spelled } old and will be deleted after today.
expiring-keep =
    { $days-plural ->
        [one] Keep it for one more day
       *[other] Keep it for { $days } more days
    }
stranded-elsewhere = Typed for a session that isn't here: “{ $text }”
stranded-elsewhere-for = { $name } typed something for a session that isn't here. It is for { $name-within } alone.
stranded = What you typed here couldn't be kept, because the session has changed since: “{ $text }”
deleted-elsewhere = This session was deleted in another window. What you typed here plans a new one.
session-gone = The session that was open is no longer here. If you deleted it in another window, “Undo” there brings it back.
begun-elsewhere = This session has started in the meantime. What you typed here plans another one.
started-elsewhere = The session has started in the meantime. What you typed here stays, and is kept when you leave.
answered-elsewhere = You both answered in another window, so the answers no longer change. What you type here isn't part of them.
replied-elsewhere = This invitation was answered in another window. What you typed here isn't part of that answer; you can still add it.
resumed = This form is as you left it.
resumed-note = This note is as you left it.
start-over = Start over
form-thrown = What you typed in the form was thrown away.
bring-back-text = Bring back “{ $text }”
left-discard = Discard it
storage-full = This browser has no room left for the page. Your last changes are only in memory. Save a backup to keep them.
save-file = Save a backup
damaged-moved =
    { $count-plural ->
        [one] One stored record was damaged. It is set aside as it was found; a backup includes it.
       *[other] { $count } stored records were damaged. They are set aside as they were found; a backup includes them.
    }
damaged-stuck =
    { $count-plural ->
        [one] One stored record is damaged and couldn't be set aside. It is left untouched; a backup includes it.
       *[other] { $count } stored records are damaged and couldn't be set aside. They are left untouched; a backup includes them.
    }
newer-data =
    { $count-plural ->
        [one] One stored record comes from a newer release. It is left untouched; reload the page to get that release.
       *[other] { $count } stored records come from a newer release. They are left untouched; reload the page to get that release.
    }
concurrent = This session was changed in two places at once. Both versions are kept until you choose. These are the differences:
keep-shown = Keep what is shown
keep-other = Use the other one
version-shown = What you see now
version-other = The other version
version-here = Written in this window
version-beside = Written in another window
version-nothing = Nothing
version-earlier = Next steps from earlier
version-answer = Answer
version-clock = Clock
version-planned = Not started
version-running = Still running: { $title }, since { $time }
version-paused = Paused at { $time }
version-ended = Ended at { $time }
version-deleted = Deleted on { $when }
version-kept = Not deleted
version-alike = No visible difference
version-replies = Some answers differ. They stay hidden until both of you have answered.
version-chosen = You chose a version of this session.
version-undo = Show both versions again

## Links that go out
## $name: whoever receives the link; in says-…, holds-… and words-reply whoever wrote. $wish: time that suits the
## seller, in the seller's words. $count: number of things. $length: number of characters. $when: a date.

share-invite = Invite { $name-within }
share-granted = Send { $name-within } the date
share-changed = Tell { $name-within } what changed
share-fact = Send { $name-within } your fact
share-dates = Send { $name-within } the new dates
share-slot-ended = Tell { $name-within } the slot has ended
share-summary = Send { $name-within } the record
share-not-held = Tell { $name-within } it didn't happen
share-deleted = Tell { $name-within } it's deleted
share-cancelled = Tell { $name-within } it's cancelled
share-reply = Send it to { $name-within }
share-ask = Ask { $name-within } for a session
share-lead = This page shows everything in the link. Anyone who has the link can read it.
share-lead-answers = The link also holds your answers at the close. Everything else in it is shown here; anyone who has the link can read it.
share-lead-answers-locked = The link also holds your answers at the close. Everything else in it is shown here; it opens only with the password.
share-lead-locked = This page shows everything in the link. It opens only with the password.
locked-invitation = Invitation to a coaching session
locked-answer = Answer about a coaching session
locked-news = News about a coaching session
locked-how = The link opens with a password, which you get some other way.
send-to = Send to { $name-within }
holds-heading = What { $name-within } sees
stays = What you kept for yourself stays here
waits-for = What waits here is for { $name-within } alone.
change-stays = Change what is shared
holds-answers = The answers at the close. { $name } sees them once both are in.
holds-answers-both = The answers at the close: both of you see them.
holds-answers-own = The answers at the close. You see them once both are in.
wish-label = When would suit you?
wish-of = Asked for
names-heading = Names in the link
names-whole = As they are
names-initials = Initials
copied-paste = Copied: now paste it into a message to { $name-within }
share-sheet = Share
copy-words = Copy text and link
copy-link = Copy the link
copy-code = Copy the text code
send-mail = E-mail
other-ways = Other ways
other-ways-hide = Fewer ways
other-ways-lead = If the link gets cut off or blocked, send a code or a file instead. Both open from the list of sessions. A backup also holds private notes, so keep it to yourself.
other-ways-lead-code = If the link gets cut off or blocked, send the text code instead. It opens from the list of sessions. A backup is never locked and holds private notes too, so keep it to yourself.
picture-draw = Show a QR code
save-all = A backup, for a device of my own
picture-name = QR code of the link
no-picture = This link is too long for a QR code.
password-label = Password
lock = Lock the link
lock-hint = Share the password some other way. Without it the link can't be opened, and nobody can recover it.
unlocked = No longer locked, because the password changed. Lock the link again.
not-locked = Nothing is sent yet: you typed a password, but the link isn't locked. Lock it, or clear the field.
locked = Locked: the link and the text code now open only with this password. A backup isn't locked.
no-lock = This browser couldn't lock it.
shared = Passed to the app you chose.
link-too-much = This is more than a link can hold. Save the session as a file and send the file.
link-long = The link has { $length } characters, and some programs cut off what is longer than 2,000. Shorter notes make it shorter; a file has no such limit.
mail-started = If no e-mail opened, copy the text and link instead.
mail-too-long = This message is too long to open in an e-mail program. Copy the text and the link instead.
words-prepare = Open this link and say what would help most. It takes a minute.
words-held = Our coaching session on { $when }.
words-summary = Our notes, and what each of us will do next, are in this link:
words-cancelled = Our coaching session on { $when } is cancelled.
words-not-held = Our coaching session on { $when } didn't happen.
words-deleted = I've deleted our coaching session on { $when }.
words-deleted-open = This link takes it off your list of sessions:
words-cancelled-some = Our coaching session is cancelled.
words-cancelled-open = If it's in your calendar, please delete it there. This link updates your list of sessions:
words-reply = Open this link to add my answer to the session:
words-next = Our next session: { $when }
words-dates = Some of our other dates have changed. They are in the link.
words-more-dates = I have booked more dates for us. They are in the link.
words-slot = Our standing slot is { $slot-within }. All its dates are in the link.
words-slot-ended = Our standing slot has ended. This session stays:
words-worked-if = I want to walk away with: { $words }
words-changed = Something has changed since my last message. This is how it stands now:
words-changed-plan = Our coaching session has changed since my last message:
words-change-of = { $label }: { $to } instead of { $from }
words-change-gone = { $label }: no longer { $from }
words-changed-open = Open the link to see what changed, and to say if it works for you:
words-expect = This is coaching, not a forecast or a performance review. Bring one or two deals or calls; we'll go deep. Expect hard questions about the deal, not about you. We'll end with what each of us does next, and a date.
words-expect-call-before = This is coaching, not a forecast or a performance review. It's about a call that's coming up: bring that call, and we'll rehearse the hard moment. Expect hard questions about the call, not about you. We'll end with what each of us does next, and a date.
words-expect-call-after = This is coaching, not a forecast or a performance review. It's about a call you've had: bring that call, and we'll go back to the moment that mattered. Expect hard questions about the call, not about you. We'll end with what each of us does next, and a date.
words-expect-account = This is coaching, not a forecast or a performance review. Bring what you know about the customer, good and bad; we'll go deep. Expect hard questions about the account, not about you. We'll end with what each of us does next, and a date.
words-expect-territory = This is coaching, not a forecast or a performance review. Bring your calendar and your plan; we'll go deep on where your time goes. Expect hard questions about the work, not about you. We'll end with what each of us does next, and a date.
words-expect-topic = This is coaching, not a forecast or a performance review. Bring one or two topics; we'll go deep. Expect hard questions about the work, not about you. We'll end with what each of us does next, and a date.
words-count-on = You can count on this:
words-fact = One fact I bring ({ $source }): { $words }
words-seen = I saw it myself
words-told = I was told
words-guessed = my guess
words-noted = Your topic, as I noted it: { $words }
words-granted = Yes, gladly. Here is a date for our coaching session.
words-granted-topic = You asked about this: { $words }
words-granted-open = Open this link to say if the time works for you:
words-again = Here is our coaching session once more.
words-again-open = This link opens it:
words-ask = Could we have a coaching session?
words-ask-open = Open this link to plan it:
words-wish = This would suit me: { $wish }
words-closing = I've said how it was. Open this link to add my answer. Once you've answered too, we both see them:
words-step-done = Done: { $words }
words-step-dropped = I'm letting this go: { $words }
words-steps = This link ticks it off in your list:
words-topic = My topic: { $words }
words-topic-next = Also: { $words }
words-topic-saved = Saved for next time: { $words }
words-listed = Something came up: { $words }
words-brings-it = I'll bring a topic.
words-other-time =
    { $has-wish ->
        [yes] Could we find a different time? { $when } doesn't work for me. This would: { $wish }
       *[no] Could we find a different time? { $when } doesn't work for me.
    }
words-cant-come =
    { $has-wish ->
        [yes] I can't make { $when }: { $wish }
       *[no] I can't make { $when }.
    }
words-works = { $when } works for me.
prepare-own = Prepare
says-brings-it = { $name } will bring a topic.
undone-notes = Notes from the start you undid. They stay here until you start again, and aren't in the invitation.
not-sent = Invitation not sent yet
not-sent-change = Your last change hasn't been sent yet
unsent =
    { $what ->
        [closing] Your answers haven't been sent yet
       *[record] The record hasn't been sent yet
    }
unsent-steps = Your news about next steps hasn't been sent yet
unsent-steps-of = Your news about next steps from { $day }: not sent yet
unsent-of =
    { $what ->
        [closing] Your answers from { $day }: not sent yet
       *[record] Record of { $day }: not sent yet
    }
unsent-change-of =
    { $what ->
        [closing] Your answers from { $day }: last change not sent yet
       *[record] Record of { $day }: last change not sent yet
    }
sent-copied =
    { $what ->
        [invitation] You copied the invitation on { $when }.
        [change] You copied the change on { $when }.
        [invitation-with-record] You copied the record with this date on { $when }.
        [record] You copied the record on { $when }.
        [summary] You copied the summary on { $when }.
        [closing] You copied your answers on { $when }.
       *[answer] You copied your answer on { $when }.
    }
sent-shared =
    { $what ->
        [invitation] You shared the invitation on { $when }.
        [change] You shared the change on { $when }.
        [invitation-with-record] You shared the record with this date on { $when }.
        [record] You shared the record on { $when }.
        [summary] You shared the summary on { $when }.
        [closing] You shared your answers on { $when }.
       *[answer] You shared your answer on { $when }.
    }
sent-mailed =
    { $what ->
        [invitation] You started an e-mail with the invitation on { $when }.
        [change] You started an e-mail with the change on { $when }.
        [invitation-with-record] You started an e-mail with the record and this date on { $when }.
        [record] You started an e-mail with the record on { $when }.
        [summary] You started an e-mail with the summary on { $when }.
        [closing] You started an e-mail with your answers on { $when }.
       *[answer] You started an e-mail with your answer on { $when }.
    }
sent-saved =
    { $what ->
        [invitation] You saved the invitation as a file on { $when }.
        [change] You saved the change as a file on { $when }.
        [invitation-with-record] You saved the record with this date as a file on { $when }.
        [record] You saved the record as a file on { $when }.
        [summary] You saved the summary as a file on { $when }.
        [closing] You saved your answers as a file on { $when }.
       *[answer] You saved your answer as a file on { $when }.
    }
sent-shown =
    { $what ->
        [invitation] You showed the invitation as a QR code on { $when }.
        [change] You showed the change as a QR code on { $when }.
        [invitation-with-record] You showed the record with this date as a QR code on { $when }.
        [record] You showed the record as a QR code on { $when }.
        [summary] You showed the summary as a QR code on { $when }.
        [closing] You showed your answers as a QR code on { $when }.
       *[answer] You showed your answer as a QR code on { $when }.
    }
time-works = { $when } works for { $name-within }.
time-other = { $name } asks for a different time: { $when } doesn't work.
time-cant-come = { $name } can't make { $when }.
time-earlier = No word from { $name-within } about the new time yet.
time-unsent = { $name } doesn't know the new time yet.
time-since = You've moved it since, to { $when }
about-label = It's about
agenda-follows = The agenda follows.
works-for-me = Works for me
leave-typed = Not sent yet. What you typed stays on this device for { days-spelled }, and the list of sessions leads back to it. Press “Not now” once more to leave.
link-blocked = Nothing is sent or added yet: a text on the screen behind this link can't be kept as it is. Press “Not now”, correct it there, and open the link again.
wrote = { $name } wrote: “{ $words }”
own-wrote = You wrote: “{ $words }”
wish-said = { $seller } asks for “{ $wish }”
wish-had = { $seller } had asked for “{ $wish }”
moved-heading = Moved to { $to }
moved-lead = It was { $from } before. Nothing is stored until you choose. Anyone could have made this link: if it looks odd, ask { $name-within }.
just-note = Save the new date, answer later
keep-unanswered = Save it, answer later
topic-asked = You asked about this
own-topic = Your topic: { $words }
own-brings-it = You'll bring a topic.
own-works = You said that { $when } works.
own-time-earlier = You haven't said yet if the new time works.
own-cant-come = You said you can't make { $when }.
own-never = You haven't answered yet
own-other-time = You asked for a different time: { $when } doesn't work.
own-unprepared = You haven't prepared yet
own-ready = You said “I’m ready” ({ $when })
own-ready-earlier = You were ready for the earlier plan ({ $when })
own-wish = You asked for “{ $wish }”
answered-own = Your answer
says-topic = { $name } sent a topic.
count-on-ask = What can { $seller-within } count on?
count-on-all = I promise all three
message-heading = The message
tell-in-chat = Or just tell { $name-within } in chat.
noted-ask = What does { $seller-within } want to work on?
noted-lead = If { $seller-within } has told you already. The invitation asks, too.
noted-hint = Noted by you. { $seller }'s own words will replace it.
noted-replaced = Noted by you before { $seller-within } named a topic. It still goes along with the invitation. Empty the field to take it out.
noted-by = noted by { $manager-within }
noted-words = { $manager } noted: { $words }
name-first = Who will { $seller-within } hear from?
name-next = Next
password-short = Short passwords are guessed quickly. Use eight characters or more.
planned-lead-seller = { $manager } invites you to coaching. You choose the topic.
planned-lead-seller-first = Not a forecast or a performance review. One line about it is enough.
planned-lead-seller-more = Prepare as much or as little as helps you, and send it again whenever something changes.
nothing-booked = Nothing is booked yet. You can ask for it.

## Links that come in
## $name, $manager: whoever sent the link. $from, $to: a value before and after a change. $when: a date and a
## time.

pasted-title = Open a link or a code
pasted-label = The whole link, or the text code
open-it = Open it
invited-heading = { $manager } invites you to a coaching session
granted-heading = { $manager } has a date for you
invited-lead = Not a forecast or a performance review. You choose the topic.
invited-stored = Nothing leaves this device until you send it. Before that, you see exactly what { $manager-within } gets.
answer-says-yes = Your answer says yes to { $when }.
answer-says-yes-first = Your answer says yes to { $when }, not yet to the later dates.
ready-says-yes = “I'm ready” also says yes to { $when }.
it-is-coaching = Yes. Next: send it to { $manager-within }
not-yet-bring = Yes, I'll bring a topic
ask-other-time = Ask for another time
time-back = Back to the invitation
absence-ask = I can't come
absence-question = You can't make { $when }?
absence-lead = { $manager } gets this only when you send it, on the next screen.
absence-label = Reason, or another time (optional)
absence-next = Next: tell { $name-within }
absence-tell = Tell { $name-within } you can't come
absence-after = If { $manager-within } moves the session, the new date comes as a link.
absence-back = I can come after all
absence-move = Change the date
absence-start = Start it anyway
not-there = { $manager } doesn't have this yet.
not-there-line = { $manager } doesn't have what came up yet.
not-there-change = { $manager } doesn't have your last change yet.
holds-invitation = What the link holds
same-pair = You have other sessions with someone called { $name-within }. They're kept apart from these.
same-joined = All sessions with { $name-within } are together here.
same-join = It's the same { $name-within }
same-part = Keep them apart
what-changed = What changed
changed-from = { $from } → { $to }
link-lead = Nothing is stored until you add it. Anyone could have made this link: if it looks odd, ask { $name-within }.
link-unfit = This link doesn't fit
link-unfit-lead = What it says about a session can't be right. Nothing of it was added.
link-forged = This link is damaged or forged
link-forged-lead = It claims more than 1,000 changes that were never made here. Nothing of it was added. Ask for a new link.
link-older = This may be older than what is here
link-older-lead = It says it's from { $name-within }; a link can't prove that. It differs from what is here, and nothing shows which was written later. Keep both and choose between them, or leave it.
link-older-take = Keep both
link-full = Choose a version first
link-full-lead = Too many versions of this session are waiting for your choice. Open it, choose, then open the link again. Nothing of the link was added.
link-known = Nothing new
link-known-lead = Everything in this link is here already, or something newer is.
link-other-plan = This calendar entry and your session differ
link-other-plan-lead = Here the session is planned for { $when }. A calendar entry can't tell which plan is newer, so nothing changes here. If { $name-within } moved the session, the new invitation moves it here, too.
link-own = This comes from your own side
link-own-lead = It says that { $name-within } wrote it, and that's you. Add it only if you did, on another device.
link-own-take = I wrote it. Add it
link-cancelled = { $name } cancelled a session
link-not-held = { $name } says a session didn't happen
link-deleted = { $name } deleted a session
link-cancelled-lead = It was planned for { $when }. If you add this, it comes off your list.
link-cancelled-unknown = It's not on your list.
link-cancelled-stays = It was planned for { $when }. What you wrote for it stays on your list until you delete it.
link-cancelled-typed = If you add this, what you wrote for it stays on your list until you delete it.
not-held-own = { $name } says this session didn't happen
deleted-own = { $name } deleted this session
cancelled-own = { $name } cancelled this session
cancelled-kept = What you wrote for it stays here until you delete it.
cancelled-when = Was planned for { $when }
cancelled-wrote = What you wrote for it
cancelled-twice = Is this session still on?
cancelled-twice-lead = It was deleted in one place and changed in another. Choose above which one counts, or plan another time.
cancelled-plan = Plan another time
planned-before = What was planned
link-gone = { $name } answers a session that was deleted here
link-gone-lead = Nothing is stored until you choose. Plan the session again with what { $name-within } wrote, or leave it. A link can't prove who sent it.
link-gone-take = Plan it again
link-replaces = What it replaces here
link-replaces-both = This was written in this browser, and the link claims to know it. Both versions are kept until you choose.
answer-brought = { $name }'s answer was added.
link-brought = The link was added. It replaced what was here for { $what }.
link-changed = News from { $name-within }
link-summary = Your coaching session on { $when }
link-replied = { $name }'s answer
link-closed = { $name } has said how it was
link-steps = { $name } has news about next steps
link-asked = { $name } asks for a coaching session
invitation-left = You haven't answered the invitation. Open its link again whenever you like.
link-asked-lead = Nothing is stored until you plan it. Anyone could have made this link: if it looks odd, ask { $name-within }.
link-strange = An answer to a session that isn't here
link-strange-lead = It's from { $name-within }, for the session on { $when }. Open it on the device where the session was planned. Or keep it, and it joins the session once that is here.
link-strange-take = Keep it
link-none = There's no link in this text
link-none-lead = Paste the whole link, or the text code.
link-damaged = This link can't be opened
link-damaged-lead = Part of it is missing, or was changed on the way. Nothing of it is shown. Ask for it again, or paste the text code.
link-too-large = It's longer than any link made here. If you pasted a long mail, paste only the link or the text code.
link-newer = A newer release made it. Reload the page to get that release, then open it again.
link-locked = This link has a password
link-locked-lead = Whoever sent it can tell you the password.
link-locked-never = It can't be opened on this page, because the page isn't served over https. Open it on one that is, or ask for a link without a password.
wrong-password = That's not the password.

## Asking for a session

group-asked = Asked for
ask-one = Ask for a session
ask-heading = Who, and what for?
ask-lead = Say who should coach you and what would help. Your { called-manager } answers with a link.
who-coaches = Who should coach you?
ask-next = Next: send it
complain-name = Enter a name.
complain-topic = Say what would help most, or say that you'll bring a topic.
complain-password = Enter a password first.

## Built-in phrases: coaching types, items of an agenda with their purposes, lines of the mindset checklists
## $seller, $manager: names of the two.

type-opportunity-early = Early opportunity
type-opportunity-late = Late opportunity
type-call = Call
type-call-which = Before the call, or after it?
type-call-before = Before a call
type-call-after = After a call
type-account = Account
type-territory = Territory
item-open = Open
item-open-purpose = Agree on what this session is for, and what { $seller } wants to walk away with.
item-look-back = Look back
look-back-lead = What came of what we said we'd do?
item-look-back-purpose = What did each of us say we'd do, and what came of it? { $manager } goes first.
early-worth = Worth it?
early-worth-purpose = Is there a problem here that somebody wants solved? { $seller } talks most.
early-learn = Learn next
early-learn-purpose = What don't we know yet, and who could tell us?
early-first = First opportunity
early-first-purpose = Is it worth pursuing, and what do we need to find out next? { $seller } talks most. { $manager } asks.
early-second = Second opportunity
early-second-purpose = Is it worth pursuing, and what do we need to find out next? Go as deep as with the first.
call-aim = Aim and people
call-aim-purpose = What should the customer do afterwards, and who decides?
call-hard = Hard moment
call-hard-purpose = Which moment will be the hardest? Go there now, while it costs nothing.
call-replay = Replay
call-replay-purpose = Go back to the minute that mattered, not through the whole call.
call-moment = One moment
call-moment-purpose = What was said, word for word, and what could it have meant?
call-again = Try again
call-again-purpose = Say it as you would now. { $manager } plays the customer, not the judge.
item-rehearse = Rehearse
item-rehearse-purpose = Say it aloud, as if the customer sat here. Then once more, shorter.
late-stop = What could stop it
late-stop-purpose = What could still stop it, and have we looked? Price comes last.
late-yes = Path to yes
late-yes-purpose = Which steps lead to yes, and which of them does the customer own?
account-issue = One issue
account-issue-purpose = One thing with this customer: how do we stand, and what is the next move?
account-standing = Where we stand
account-standing-purpose = What are we worth to this customer, and who there would say so?
account-move = Next move
account-move-purpose = One move that helps them first. The others can wait.
territory-issue = One question
territory-issue-purpose = One question: where the effort goes, and what to choose.
territory-effort = Where effort goes
territory-effort-purpose = Put the calendar beside the plan. Where does the time really go?
territory-choices = Choices
territory-choices-purpose = Two bets, and what stops to make room for them.
item-next-steps = Next steps
item-next-steps-purpose = { $seller } sums up and names a first small step. Then { $manager-within } names one.
item-close = Close
item-close-purpose = Was it coaching, or just talking? Book the next one before you part.
item-new = New item
check-read = Read what { $seller-within } sends, and bring one fact.
check-curious = Be curious about one thing. Don't make up your mind yet.
check-ask = I will ask before I tell.
check-no-forecast = No forecast today.
check-for-work = What we say here is for working on it.
check-quiet = Turn off notifications, and leave some time free afterwards.
check-own-steps = Turn off notifications, and leave some time free afterwards. Do what you said you'd do, or say at the start that you haven't.
check-my-pick = It's your choice. Say what you know and what you're guessing.
check-know-guess = Say what you know and what you're guessing.
check-hard = Expect hard questions about the work, not about you.
check-help = Know what help you want and what's off the table.
check-leave = Know what's off the table.
check-call-manager = Pick one moment. No scorecard.
check-call-seller = Write down your aim, and be ready to rehearse.
check-call-before-manager = Know the aim of this call, and be ready to play the customer.
check-call-after-seller = Bring one moment, word for word, and be ready to try it again.
check-early-manager = Be open to walking away from this deal. Don't ask for amounts or close dates.
check-early-seller = Bring one doubt as well as one hope.
check-late-manager = Don't take over, and don't bring up price first.
check-late-seller = Know which steps the customer confirmed, and when you'd walk away.
check-account-manager = Know one fact about the customer's business, and one door you can open.
check-account-seller = Bring bad news, too. One move, not a wish list.
check-territory-manager = No rankings, and nobody else's numbers.
check-territory-seller = Bring your own calendar, two bets, and one thing you'll stop.

## What the seller can count on

count-ask = I'll ask before I tell.
count-no-forecast = No forecast questions.
count-notes = I won't use our notes in your review. If anyone asks for them, I'll tell you first.

## Hints by coaching type
## evidence-…: evidence worth bringing to the session. avoid-…: questions that a manager should leave unasked.

evidence-call-before = Who's coming, what was agreed last time, and three questions you plan to ask.
evidence-call-after = The customer's own words, from a recording you may use (with the minute) or from notes you made that day.
evidence-opportunity-early = The problem in the customer's words, the people you met (a title is not a name), how you got in touch.
evidence-opportunity-late = Steps with an owner and a date, confirmed or assumed; the last three contacts; terms still open.
evidence-account = Who you know there and when you last spoke, results they'd confirm, open complaints, contract dates.
evidence-territory = Your calendar for the last four weeks, your customers in three groups, and where new opportunities came from.
evidence-any = One fact each.
avoid-call-before = Are you prepared? What will you pitch? Here's how I would open.
avoid-call-after = How did it go? Why didn't you ask about budget? Here's what I would have said. Rate your discovery.
avoid-opportunity-early = Is it qualified? What is the budget? How big is it? Is the form filled in?
avoid-opportunity-late = Any question whose only answer is a date. Can we pull it in? What discount do they want? Shall I call them?
avoid-account = What else can we sell them? Is the plan updated? Why is it down? Get me the CEO.
avoid-territory = How many calls? Will you make your number? Why so thin? Why is someone else ahead?

## Questions of a coach about an item, by the id of the item
## .answer: what to listen for; put into listen-for.

item-open-question-1 = Why this, and why now?
    .answer = what they stand to gain or lose
item-open-question-2 = What do you want to walk away with?
    .answer = a plan, a decision, a sentence
item-open-question-3 = What have you tried?
    .answer = their own thinking
item-open-question-4 = What would help: questions, a sparring partner or hands-on help?
    .answer = a clear ask
item-open-question-5 = What's off the table today?
    .answer = a boundary
item-look-back-question-1 = What did I say I'd do, and haven't done?
    .answer = candour, the boss first
item-look-back-question-2 = What changed for the customer because of what you did?
    .answer = effect, not activity
item-look-back-question-3 = What got in your way that you couldn't move yourself?
    .answer = a job for the manager
item-look-back-question-4 = Still worth doing, or drop it?
    .answer = a real choice
item-look-back-question-5 = What would you do differently now?
    .answer = what carries over
item-next-steps-question-1 = What do you see now that you didn't see at the start?
    .answer = their own words
item-next-steps-question-2 = What's the first small step, and when this week will you take it?
    .answer = a day and a cue
item-next-steps-question-3 = What could get in the way, and what will you do then?
    .answer = an if and a then
item-next-steps-question-4 = Who do you depend on, and how will you ask?
    .answer = a name, and the wording
item-next-steps-question-5 = What do you need from me, by when?
    .answer = a next step for the manager
call-aim-question-1 = What should the customer do afterwards that they wouldn't do anyway?
    .answer = their action, with a date
call-aim-question-2 = Who'll be in the room, and what does each of them hope for or fear?
    .answer = names, and gaps
call-aim-question-3 = What do they believe now that you want to shake?
    .answer = their view, not our pitch
call-aim-question-4 = What can you only learn in this call?
    .answer = one unknown
call-aim-question-5 = What would make you change course halfway through?
    .answer = a plan B
call-hard-question-1 = Which question are you putting off?
    .answer = the one they would rather avoid
call-hard-question-2 = Where don't you have a good answer yet?
    .answer = an honest gap
call-hard-question-3 = Where will you be tempted to talk too much?
    .answer = knowing oneself
item-rehearse-question-1 = Say your opening. How does it sound from where they sit?
    .answer = the customer's words
item-rehearse-question-2 = How will you ask for the next step?
    .answer = a sentence that can be said
item-rehearse-question-3 = Say it again in half the words.
    .answer = what was worth keeping
call-replay-question-1 = Take me to the minute that mattered.
    .answer = a moment, not a summary
call-replay-question-2 = What were you trying to do there?
    .answer = the aim, against what happened
call-replay-question-3 = What surprised you?
    .answer = listening, or waiting to talk
call-replay-question-4 = Which of your questions got the most out of them?
    .answer = the answer it got
call-replay-question-5 = When did you feel the call turn?
    .answer = a cue they noticed
call-moment-question-1 = What were their exact words?
    .answer = words, not what they meant
call-moment-question-2 = What else could they have meant?
    .answer = two readings
call-moment-question-3 = What did you hold back, and why?
    .answer = an assumption
call-again-question-1 = Say it again, now.
    .answer = a full sentence
call-again-question-2 = And what would they answer?
    .answer = the customer's side
call-again-question-3 = Where else does this happen?
    .answer = what carries over
early-worth-question-1 = Who feels this problem most, and what does it cost them?
    .answer = a person, a consequence
early-worth-question-2 = What if they live with it another year?
    .answer = if it is bearable, there is no deal
early-worth-question-3 = Where are we a poor fit?
    .answer = honesty
early-worth-question-4 = What did you hear yourself, and what are we guessing?
    .answer = the source
early-worth-question-5 = What would make you walk away from this deal, and by when?
    .answer = an exit sign
early-learn-question-1 = Who loses if this goes ahead?
    .answer = opponents nobody has seen
early-learn-question-2 = Who has a say that you haven't met?
    .answer = a single thread into the customer
early-learn-question-3 = How did they buy something like this last time?
    .answer = steps, and traps
early-learn-question-4 = What's in it for your contact to take you further?
    .answer = a motive that was tested
early-learn-question-5 = What small effort could we ask for that shows they mean it?
    .answer = a step for both sides
late-stop-question-1 = It's six months on and they bought nothing. What happened?
    .answer = inertia, or a sponsor who left
late-stop-question-2 = Which step have we never checked?
    .answer = legal, security, purchasing
late-stop-question-3 = Who has gone quiet, and since when?
    .answer = a name, a date
late-stop-question-4 = What do they say about us when we're not in the room?
    .answer = a weak spot they know
late-stop-question-5 = What happens on their side on the day we hope they'll sign?
    .answer = the customer's event, not our quarter
late-yes-question-1 = Start from the day they first use it, and work back.
    .answer = steps that the customer owns
late-yes-question-2 = How will the signer explain it upstairs?
    .answer = the signer's own reason
late-yes-question-3 = If we give, what do we get?
    .answer = a trade, and a limit
late-yes-question-4 = Where would I help, and where would I be in the way?
    .answer = the seller keeps the lead
late-yes-question-5 = If it slips, what can we still hold on to?
    .answer = the next trigger
account-standing-question-1 = What are they after this year that has nothing to do with us?
    .answer = the customer's goal
account-standing-question-2 = If we vanished, who would notice first?
    .answer = real value
account-standing-question-3 = Who speaks for us, and who against?
    .answer = names, with proof
account-standing-question-4 = What result would they put their name to?
    .answer = an outcome, not usage
account-standing-question-5 = Where do we depend on one person?
    .answer = who comes after
account-move-question-1 = Which problem could we raise before they do?
    .answer = insight
account-move-question-2 = Which move would you rather not make?
    .answer = a choice
account-move-question-3 = Who should meet whom, to do what?
    .answer = a purpose
account-move-question-4 = What needs fixing before we ask for anything?
    .answer = credit we have, or have not
account-move-question-5 = What will they do in 60 days if it works?
    .answer = a sign on their side
territory-effort-question-1 = What does your calendar say that your plan doesn't?
    .answer = a gap
territory-effort-question-2 = Who takes more of your time than they give back?
    .answer = a habit, by its name
territory-effort-question-3 = Where were you good, and where were you just lucky?
    .answer = causes
territory-effort-question-4 = Which part of your patch do you know least?
    .answer = a blind spot
territory-effort-question-5 = If you took this patch over on Monday, what would change?
    .answer = fresh eyes
territory-choices-question-1 = Which two bets, and why these?
    .answer = reasons
territory-choices-question-2 = What will you stop, to make room?
    .answer = a real loss
territory-choices-question-3 = How will you know early that a bet is off?
    .answer = a sign, a date
territory-choices-question-4 = Where in your week will the two bets go?
    .answer = blocks in the calendar
territory-choices-question-5 = What's in your way that only I can clear?
    .answer = a task for the manager

## The widget when its program cannot run

frame-refused = This page doesn't let the coaching session run on it.
could-not-start = The coaching session couldn't start. Try again, or open the page in another browser.
not-reached = The coaching session couldn't be loaded. Check the connection, and start again.
# A part of the page is no longer on the server, because a newer version took its place.
page-updated = This page was updated since you opened it. Load it again to go on.
load-again = Load the page again
new-version = A newer version of this page is here.
new-version-use = Use it
# The content that the owner of the page wrote for such browsers stands above.
too-old = This browser is too old for the coaching session. Update it, or open the page in another browser.
stopped = The coaching session stopped because of an error.
stored-kept = What this browser stored is kept, and comes back when you start again.
stored-partly = What it couldn't store was only in memory, and is gone.
stored-nothing = This browser stored nothing. What you wrote was only in memory, and is gone.
left-fields = This was in the fields. Copy what you still need before you start again.
left-screen = This was on the screen. Copy what you still need before you start again.
copy-left = Copy this text
start-again = Start again

## What surrounds the clock of a running session
## The letters of the keys are the same in every language.

keys-on = Keys of one letter
keys-list = List of the keys
keys-hint = They work while you are in this session and not in a field.
keys-close = Close
key-go-on = Go on to the next item
key-back = Back to the item before
key-pause = Pause, and resume
key-more = A minute more
key-asked = Mark the question as asked
key-another = Another question
key-list = This list
key-shared = The view for a shared screen, and back
shared-open = View for a shared screen
key-float = The floating clock
float-open = Floating clock
float-close = Close the floating clock
signals = Signals
signal-chime = A soft chime when time is up
signal-nearing = A chime when it is nearly up, too
signal-title = Time left in the tab's title
signal-awake = Keep the screen on
signal-no-numbers = No numbers: the ring and words
signal-no-seconds = No seconds until the last minute
signal-cannot-awake = This browser can't keep the screen on.
signal-awake-refused = The browser didn't keep the screen on. A low battery or a saving mode may be why.
time-left = time left
time-nears = nearly up
time-over = over time
plain-nears = { $title }: nearly up.
plain-over = { $title }: over time.
## The title of the browser's tab: the beginning alone is in sight where many tabs are open.
tab-left = { $minutes } min left · { $title }
tab-over = { $minutes } min over · { $title }
tab-up = Time is up · { $title }
tab-nears = Nearly up · { $title }
tab-paused = Paused · { $title }
tab-plain = { $title }
