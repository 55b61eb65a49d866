package linear

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline/names"
)

// A Word is a command: the name of an action of the screen, or of something that only sentences need.
type Word struct {
	Name  string
	Takes string // what may follow it; "" for nothing
	Does  string // as after "it"
	Is    string // the word that it stands for; "" where it is one of its own
	Why   string // why it does nothing without a screen
	Group string // under which help reads it
}

// The groups of words, in the order of the help.
const (
	moving    = "Go through the events"
	reading   = "Read"
	filtering = "Filter"
	asking    = "Ask about many events"
	keeping   = "Keep and write"
	leaving   = "Help and leave"
)

// Words are all commands, in the order in which help reads them. Package ui has what each does.
var Words = []Word{
	{Name: "where", Does: "says where you are, as an empty line does", Group: moving},
	{Name: "match", Takes: "HOW MANY", Does: "goes to the next event that matches", Group: moving},
	{Name: "match-before", Takes: "HOW MANY", Does: "goes to the event before that matches", Group: moving},
	{Name: "next", Takes: "HOW MANY", Does: "goes to the next event", Group: moving},
	{Name: "previous", Takes: "HOW MANY", Does: "goes to the event before", Group: moving},
	{Name: "first", Does: "goes to the first event", Group: moving},
	{Name: "last", Does: "goes to the last event", Group: moving},
	{
		Name: "go", Takes: "DATE or NUMBER",
		Does: "goes to a date, as in go 8 sep or go 3 weeks later, where 8 sep alone does too; or to the event of a number " +
			"in the list",
		Group: moving,
	},
	{Name: "list", Takes: "NUMBER", Does: "reads the titles from here on, or from a number on", Group: moving},
	{Name: "day-on", Does: "goes down to the next day with an event", Group: moving},
	{Name: "day-back", Does: "goes up to the next such day", Group: moving},
	{Name: "month-on", Does: "goes down to the next month with an event", Group: moving},
	{Name: "month-back", Does: "goes up to the next such month", Group: moving},
	{Name: "year-on", Does: "goes down to the next year with an event", Group: moving},
	{Name: "year-back", Does: "goes up to the next such year", Group: moving},
	{Name: "page-on", Does: "goes ten events on", Group: moving},
	{Name: "page-back", Does: "goes ten events back", Group: moving},
	{Name: "half-on", Does: "goes five events on", Group: moving},
	{Name: "half-back", Does: "goes five events back", Group: moving},
	{Name: "back", Does: "goes back to where the last jump came from", Group: moving},
	{Name: "forward", Does: "goes forward again", Group: moving},
	{Name: "news", Does: "goes to the next event that is new or changed", Group: moving},
	{Name: "newest", Does: "puts the newest event first, or the oldest", Group: moving},
	{Name: "going-on", Does: "lists what began before the dates of the filter and goes on", Group: moving},
	{Name: "more", Does: "reads on", Group: reading},
	{Name: "read", Does: "reads all of the event; of long ones more reads on", Group: reading},
	{Name: "summary", Does: "reads its summary", Group: reading},
	{Name: "claims", Does: "reads its claims, side by side", Group: reading},
	{Name: "quotes", Does: "reads its quotes", Group: reading},
	{Name: "figures", Does: "reads its figures", Group: reading},
	{Name: "people", Does: "names all who took part", Group: reading},
	{Name: "tags", Does: "reads its tags", Group: reading},
	{Name: "sources", Does: "reads its sources, with their numbers", Group: reading},
	{Name: "notes", Does: "reads its notes", Group: reading},
	{Name: "keys", Does: "reads the keys that only this record has", Group: reading},
	{Name: "links", Does: "reads the addresses of the web in it", Group: reading},
	{Name: "led", Does: "names the events that led here, with their numbers", Group: reading},
	{Name: "followed", Does: "names those that followed", Group: reading},
	{Name: "follow", Takes: "NUMBER", Does: "goes to the event of that number in led and followed", Group: reading},
	{Name: "source", Takes: "NUMBER", Does: "opens that source in the browser, or the first", Group: reading},
	{Name: "cite", Does: "reads how its sources are cited", Group: reading},
	{Name: "chart", Does: "reads its figures over time, with those of other events", Group: reading},
	{Name: "edit", Does: "opens the editor at its line", Group: reading},
	{
		Name: "filter", Takes: "TEXT", Does: "shows only what the text asks for; alone it says what the filter is",
		Group: filtering,
	},
	{
		Name: "actors", Takes: "NAMES",
		Does: "shows only these: actors yermak, actors +rubio all, actors -putin; alone it names everybody", Group: filtering,
	},
	{
		Name: "number", Takes: "NUMBER", Does: "shows only the actor of that number; so does the number alone",
		Group: filtering,
	},
	{Name: "first-actor", Does: "shows only the first actor of the event, and again everybody", Group: filtering},
	{Name: "only", Takes: "NAME", Does: "shows only this actor", Group: filtering},
	{Name: "tick", Takes: "NAME", Does: "shows this actor too", Group: filtering},
	{Name: "without", Takes: "NAME", Does: "leaves out the events of this actor", Group: filtering},
	{Name: "any-all", Does: "changes between any and all of the actors of the filter", Group: filtering},
	{Name: "add", Takes: "TEXT", Does: "adds to the filter what the text asks for", Group: filtering},
	{Name: "complete", Takes: "TEXT", Does: "lists how a filter can go on, as in complete type:", Group: filtering},
	{Name: "parts", Does: "reads the parts of the filter, with their numbers", Group: filtering},
	{Name: "drop", Takes: "NUMBER", Does: "drops that part of the filter, or the last", Group: filtering},
	{Name: "out", Does: "drops the last part of the filter", Group: filtering},
	{Name: "widen", Does: "takes all actors whose names begin so", Group: filtering},
	{Name: "pause", Does: "pauses the filter, and resumes it", Group: filtering},
	{Name: "dim", Does: "shows what does not match too, or hides it", Group: filtering},
	{Name: "undo", Does: "takes back the last change", Group: filtering},
	{Name: "redo", Does: "does again what undo took back", Group: filtering},
	{
		Name: "box", Takes: "ANYTHING",
		Does: "finds an actor, an event, a word, a date, a view or a command, and does what is likeliest", Group: asking,
	},
	{Name: "who", Takes: "NAME or NUMBER", Does: "reads who an actor is", Group: asking},
	{Name: "lanes", Does: "says who meets whom, and how often", Group: asking},
	{
		Name: "compare", Takes: "NAME or A with B",
		Does: "compares two actors or sources; of one name with the actor in mind", Group: asking,
	},
	{Name: "walk", Does: "says how many events each month or year has", Group: asking},
	{
		Name: "before", Takes: "WORDS or NUMBER WORDS",
		Does:  "says what there is in the 7 days, or so many, before an event: before alaska; so does days before alaska",
		Group: asking,
	},
	{Name: "after", Takes: "WORDS or NUMBER WORDS", Does: "says what there is in the days after an event", Group: asking},
	{Name: "about", Does: "reads what the record says of itself, and how much it has", Group: asking},
	{Name: "problems", Does: "reads what is wrong with the record, and with your settings", Group: asking},
	{Name: "places", Takes: "NUMBER", Does: "reads where a problem is", Group: asking},
	{Name: "mark", Does: "marks the event, or takes its mark off", Group: keeping},
	{Name: "note", Takes: "TEXT", Does: "writes a line of your own to the mark on the event", Group: keeping},
	{Name: "marks", Takes: "NUMBER", Does: "reads the views and marks, or goes to the one of a number", Group: keeping},
	{Name: "save", Takes: "NAME", Does: "saves the filter as a view", Group: keeping},
	{Name: "view", Takes: "NAME", Does: "shows a saved view", Group: keeping},
	{Name: "forget", Takes: "NUMBER", Does: "forgets the view or mark of a number", Group: keeping},
	{
		Name: "write", Takes: "FILE",
		Does: "writes what matches to a file; write event FILE the event, write marks FILE the marks", Group: keeping,
	},
	{Name: "command", Does: "says the command line that shows this view", Group: keeping},
	{Name: "reload", Does: "reads the record again", Group: leaving},
	{Name: "help", Takes: "WORD", Does: "says what a word does; help all reads all words", Group: leaving},
	{Name: "quit", Does: "ends, and keeps your place", Group: leaving},
	{Name: "quit-now", Does: "ends too", Group: leaving},

	{Name: "up", Takes: "HOW MANY", Is: "previous"},
	{Name: "down", Takes: "HOW MANY", Is: "next"},
	{Name: "other-up", Is: "previous"},
	{Name: "other-down", Is: "next"},
	{Name: "right", Is: "read"},
	{Name: "left", Is: "out"},
	{Name: "do", Takes: "ANYTHING", Is: "box"},
	{Name: "show", Takes: "NAME", Is: "only"},
	{Name: "take-off", Is: "out"},
	{Name: "stay", Is: "where"},
	{Name: "exit", Is: "quit"},

	{Name: "take", Why: "nothing is offered to be taken; complete lists how a filter can go on"},
	{Name: "keep", Why: "each filter is kept at once; undo takes it back"},
	{Name: "less", Why: "there is one pane, which has all the room"},
	{Name: "rows", Why: "an event has as many lines as it needs"},
	{Name: "zoom-in", Why: "there is no axis to go into; walk says how many events each month has"},
	{Name: "zoom-out", Why: "there is no axis to go out of; walk says how many events each month has"},
	{Name: "scale", Why: "time is not drawn here; walk says how many events each month has"},
	{Name: "mouse", Why: "there is nothing on the screen to click"},
	{Name: "redraw", Why: "nothing is drawn that could be drawn again; where says where you are"},
	{Name: "suspend", Why: "the terminal itself suspends with ^z"},
}

// find returns the word of a name.
func find(name string) (w Word, ok bool) {
	n := slices.IndexFunc(Words, func(w Word) bool { return w.Name == name })
	if n < 0 {
		return w, false
	}
	return Words[n], true
}

// A Line is what a reader typed, taken apart.
type Line struct {
	Text string
	Word string // the name of the command; "" where the line is a filter's text
	Rest string // what follows it
	Of   string // the short form by which the word was meant; "" where it is whole
	Near []string
}

// signs are keys that may stand right before what they are for.
const signs = "/:?="

// leastOfAWord is how many letters a shortened command has.
const leastOfAWord = 3

// Parse takes a line apart. Named returns the name of the action that has a key, "" for none.
func Parse(text string, named func(key string) string) Line {
	l := Line{Text: strings.TrimSpace(text)}
	first, rest, _ := strings.Cut(l.Text, " ")
	if r, size := utf8.DecodeRuneInString(l.Text); size < len(l.Text) && strings.ContainsRune(signs, r) {
		first, rest = l.Text[:size], l.Text[size:]
	}
	l.Rest = strings.TrimSpace(rest)
	lower := strings.ToLower(first)
	switch w, ok := find(lower); {
	case first == "":
		l.Word = "where"
	case ok && w.takes(l.Rest):
		l.Word = lower
	case strings.Trim(first, "123456789") == "" && l.Rest == "" && len(first) == 1:
		l.Word, l.Rest = "number", first
	case named(first) != "" && (l.Rest == "" || !begins(first)): // “8 sep” is no key and what it takes
		if w, ok := find(named(first)); ok && w.takes(l.Rest) {
			l.Word = w.Name
		}
	case l.around():
	default:
		l.shortened(lower)
	}
	return l
}

// around takes “days before alaska” and “2 weeks after alaska” for the words before and after.
func (l *Line) around() bool {
	most, days, fields := 1_000_000, "", strings.Fields(l.Text)
	if n, ok := Number(fields[0]); ok && 0 < n && n <= most && len(fields) > 1 {
		if fields = fields[1:]; strings.HasPrefix(strings.ToLower(fields[0]), "week") {
			n *= 7
		}
		days = strconv.Itoa(n)
	}
	unit := strings.ToLower(fields[0])
	counts := unit == "days" || days != "" && slices.Contains([]string{"day", "week", "weeks"}, unit)
	if !counts || len(fields) < 3 || fields[1] != "before" && fields[1] != "after" {
		return false
	}
	l.Word, l.Rest = fields[1], joined(" ", days, strings.Join(fields[2:], " "))
	return true
}

// begins reports whether a text begins as a number does.
func begins(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

// IsDateLike reports whether a line is more than a number, and begins with one as most dates do.
func (l Line) IsDateLike() bool { return begins(l.Text) && strings.Trim(l.Text, "0123456789") != "" }

// takes reports whether a word may have what follows it.
func (w Word) takes(rest string) bool { return rest == "" || w.Takes != "" }

// shortened takes the beginning of a word for it where it is that of one.
func (l *Line) shortened(begun string) {
	if utf8.RuneCountInString(begun) < leastOfAWord {
		return
	}
	for _, w := range Words {
		if strings.HasPrefix(w.Name, begun) && w.takes(l.Rest) {
			l.Near = append(l.Near, w.Name)
		}
	}
	if len(l.Near) == 1 {
		l.Word, l.Of, l.Near = l.Near[0], begun, nil
	}
}

// Nearly returns the word whose name is nearly a text, "" for none.
func Nearly(text string) string {
	var all []string
	for _, w := range Words {
		all = append(all, w.Name)
	}
	if near := names.Nearest(strings.ToLower(text), all, 1); len(near) > 0 {
		return near[0]
	}
	return ""
}

// Help says how to begin.
func Help() []string {
	return []string{
		"A line is a command, or else the text of the filter: yermak shows what has that word, type:call the calls.",
		"next goes to the next event, previous to the one before, and an empty line says where you are.",
		"read reads all of the event; claims, quotes, figures, people, sources, led and followed read a part of it.",
		"actors yermak shows only one actor, actors +rubio all those with both; 2 only the second who is named.",
		"who yermak says who that is, lanes who meets whom, compare a with b what two share.",
		"8 sep goes to a date. undo takes back the last change. filter before words makes them its text in any case.",
		"write report.md writes what matches. help all reads all commands with the keys that are short for them, " +
			"help and a word what it does. quit ends.",
	}
}

// HelpAll reads all words, by what they are for, with the keys that are short for them.
func HelpAll(keys func(name string) []string) (lines []string) {
	group := ""
	for _, w := range Words {
		if w.Group == "" {
			continue
		}
		if w.Group != group {
			group = w.Group
			lines = append(lines, group+":")
		}
		names := joined(" or ", append([]string{w.Name}, keys(w.Name)...)...)
		lines = append(lines, ended(joined(" ", names, w.Takes)+": "+w.Does))
	}
	return lines
}

// Explain says what a word does, and by which keys; ok is false where there is no such word.
func Explain(name string, keys []string) (words string, ok bool) {
	w, ok := find(name)
	switch {
	case !ok:
		return "", false
	case w.Is != "":
		return Explain(w.Is, keys)
	case w.Why != "":
		return w.Name + " does nothing here: " + ended(w.Why), true
	}
	words = ended(joined(" ", w.Name, w.Takes) + ": it " + w.Does)
	if len(keys) > 0 {
		words += " Short: " + ended(strings.Join(keys, ", "))
	}
	return words, true
}

// Find returns the word of a name, or the one that it stands for; ok is false where there is none.
func Find(name string) (w Word, ok bool) {
	if w, ok = find(name); w.Is != "" {
		return find(w.Is)
	}
	return w, ok
}
