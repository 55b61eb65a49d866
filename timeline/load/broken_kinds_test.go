package load

import "strings"

// A takenApart is a line of a record as a slip finds it.
type takenApart struct {
	indent, hyphens string // such as "  " and "- "
	open            string // the bracket before the key, if there is one
	key, value      string // key is "" where there is none
	comma           string // that ends the line within brackets, or their end
	below           string // the line below it
}

// takeApart takes a line apart.
func takeApart(text, below string) takenApart {
	l := takenApart{below: below}
	rest := strings.TrimLeft(text, " ")
	l.indent = text[:len(text)-len(rest)]
	for strings.HasPrefix(rest, "- ") {
		body := strings.TrimLeft(rest[2:], " ")
		l.hyphens += rest[:len(rest)-len(body)]
		rest = body
	}
	if key, value, ok := strings.Cut(rest, ": "); ok && (!strings.ContainsAny(key, "{[\"'") ||
		rest[0] == '{' && rest[len(rest)-1] == ',') {
		l.key, rest = key, value
		if l.key[0] == '{' {
			l.open, l.key = "{", l.key[1:]
		}
	} else if key, ok := strings.CutSuffix(rest, ":"); ok {
		l.key, rest = key, ""
	}
	switch {
	case l.key != "" && strings.HasSuffix(rest, ","):
		end := len(rest) - 1
		if !strings.ContainsAny(rest[:1], "[{") {
			end = len(strings.TrimRight(rest, "]},"))
		}
		rest, l.comma = rest[:end], rest[end:]
	case l.key != "" && strings.HasSuffix(rest, "}") && !strings.Contains(rest, "{"):
		rest, l.comma = rest[:len(rest)-1], "}"
	}
	l.value = rest
	return l
}

// with returns the line with another value.
func (l takenApart) with(value string) string {
	if l.key == "" {
		return l.indent + l.hyphens + value
	}
	return l.indent + l.hyphens + l.open + l.key + ": " + value + l.comma
}

func (l takenApart) body() string {
	return takenApart{open: l.open, key: l.key, comma: l.comma}.with(l.value)
}

func (l takenApart) text() string { return l.with(l.value) }

// fieldIndent returns the blanks in front of the key.
func (l takenApart) fieldIndent() string { return l.indent + strings.Repeat(" ", len(l.hyphens)) }

// A slip is a way in which one line of a record is broken.
type slip struct {
	name string
	// Either changed returns what becomes of a line, or added the lines that are put in above it.
	changed, added func(l takenApart) string
	takes          int // lines below that become a part of the line
}

// line returns a slip that is always the same line.
func line(text string) func(takenApart) string { return func(takenApart) string { return text } }

// field returns a slip that is the same line everywhere, indented as a field.
func field(text string) func(takenApart) string {
	return func(l takenApart) string { return l.fieldIndent() + text }
}

// value returns a slip that gives the line another value, in which $ is its own.
func value(text string) func(takenApart) string {
	return func(l takenApart) string { return l.with(strings.ReplaceAll(text, "$", l.value)) }
}

// whole returns a slip of the whole line; in text, INDENT, HYPHENS, OPEN, KEY, VALUE, COMMA and BODY are its
// parts, so that nothing is broken but what the slip is called after.
func whole(text string) func(takenApart) string {
	return func(l takenApart) string {
		return strings.NewReplacer("INDENT", l.indent, "HYPHENS", l.hyphens, "OPEN", l.open, "KEY", l.key, "VALUE", l.value,
			"COMMA", l.comma, "BODY", l.body(), "TEXT", l.text()).Replace(text)
	}
}

// keyed returns a slip of the key of a line, as whole does. Where there is none, it changes nothing.
func keyed(text string) func(takenApart) string {
	return func(l takenApart) string {
		if l.key == "" {
			return l.text()
		}
		return whole(text)(l)
	}
}

// moved returns a slip of a line to the right by n columns, or to the left.
func moved(n int) func(takenApart) string {
	return func(l takenApart) string {
		l.indent = strings.Repeat(" ", max(0, len(l.indent)+n))
		return l.text()
	}
}

// swapped returns a slip that has another sign in the place of a hyphen.
func swapped(sign string) func(takenApart) string {
	return func(l takenApart) string {
		if l.hyphens == "" {
			l.hyphens = "- "
		}
		return l.indent + strings.Replace(l.hyphens, "-", sign, 1) + l.body()
	}
}

// slips are the kinds of broken lines.
var slips = []slip{
	// Indentation.
	{name: "a tab indents", changed: whole("\tHYPHENSBODY")},
	{name: "a tab after blanks", changed: whole("INDENT\tHYPHENSBODY")},
	{name: "a tab after the hyphen", changed: func(l takenApart) string {
		return l.indent + strings.ReplaceAll(l.hyphens, "- ", "-\t") + l.body()
	}},
	{name: "a tab at the end", changed: whole("TEXT\t")},
	{name: "one column left", changed: moved(-1)},
	{name: "two columns left", changed: moved(-2)},
	{name: "one column right", changed: moved(1)},
	{name: "four columns right", changed: moved(4)},
	{name: "at the margin", changed: moved(-100)},
	{name: "no-break blanks indent", changed: func(l takenApart) string {
		return strings.Repeat("\u00a0", len(l.indent)) + l.hyphens + l.body()
	}},

	// Hyphens.
	{name: "the hyphen is gone", changed: whole("INDENTBODY")},
	{name: "the hyphen is blank", changed: func(l takenApart) string { return l.fieldIndent() + l.body() }},
	{name: "no blank after the hyphen", changed: func(l takenApart) string {
		if len(l.hyphens) > len("- ") {
			return l.text() // more than one blank is gone
		}
		return l.indent + "-" + l.body()
	}},
	{name: "a hyphen too many", changed: whole("INDENT- BODY")},
	{name: "two hyphens", changed: whole("INDENT- HYPHENSBODY")},
	{name: "a dash for the hyphen", changed: swapped("–")},
	{name: "a bullet for the hyphen", changed: swapped("*")},
	{name: "a hyphen alone", added: func(l takenApart) string { return l.indent + "-" }},

	// Values.
	{name: "open double quote", changed: value(`"$`)},
	{name: "open single quote", changed: value(`'$`)},
	{name: "only a closing quote", changed: value(`$"`)},
	{name: "text after a quote", changed: value(`"a" $`)},
	{name: "an apostrophe in quotes", changed: value(`'it's $'`)},
	{name: "quotes within quotes", changed: value(`"a "b" $"`)},
	{name: "typographic quotes", changed: value("“$”")},
	{name: "a colon in a text", changed: value("a: b")},
	{name: "a colon at the end", changed: value("$:")},
	{name: "an open list", changed: value("[$")},
	{name: "an open map", changed: value("{$")},
	{name: "a list closed too often", changed: value("[a]]")},
	{name: "a closing bracket first", changed: value("]$")},
	{name: "a closing brace first", changed: value("}$")},
	{name: "two values in brackets", changed: value("[a, b] [c]")},
	{name: "brackets of two kinds", changed: value("[a, b}")},
	{name: "at sign", changed: value("@$")},
	{name: "backtick", changed: value("`$`")},
	{name: "percent", changed: value("%$")},
	{name: "an alias of nothing", changed: value("*nothing")},
	{name: "bold text", changed: value("**$**")},
	{name: "an asterisk", changed: value("* $")},
	{name: "an anchor", changed: value("&anchor $")},
	{name: "an ampersand", changed: value("& $")},
	{name: "a tag", changed: value("!important $")},
	{name: "a broken tag", changed: value("!<tag $")},
	{name: "exclamation marks", changed: value("!!! $")},
	{name: "merged with nothing", added: field("<<: *nothing")},
	{name: "merged with text", added: field("<<: text")},
	{name: "a block scalar of five blanks", changed: value("|5")},
	{name: "a block scalar with text", changed: value("| $")},
	{name: "a block scalar of odd signs", changed: value(">-+")},
	{name: "half a character as an escape", changed: value(`"\ud83d $"`)},
	{name: "an escape of wrong digits", changed: value(`"\xZZ"`)},
	{name: "an escape of nothing", changed: value(`"C:\data"`)},
	{name: "a template", changed: value("{{ $ }}")},

	// Keys.
	{name: "the colon is gone", changed: keyed("INDENTHYPHENSOPENKEY VALUECOMMA")},
	{name: "no blank after the colon", changed: keyed("INDENTHYPHENSOPENKEY:VALUECOMMA")},
	{name: "a blank before the colon", changed: keyed("INDENTHYPHENSOPENKEY : VALUECOMMA")},
	{name: "a wide colon", changed: keyed("INDENTHYPHENSOPENKEY：VALUECOMMA")},
	{name: "an equals sign", changed: keyed("INDENTHYPHENSOPENKEY = VALUECOMMA")},
	{name: "the key is gone", changed: keyed("INDENTHYPHENSOPEN: VALUECOMMA")},
	{name: "the value is gone", changed: value("")},
	{name: "an open quote in the key", changed: keyed(`INDENTHYPHENSOPEN"KEY: VALUECOMMA`)},
	{name: "a comma after it", changed: func(l takenApart) string { // as in JSON
		if l.key == "" || l.value == "" || strings.ContainsAny(l.value[:1], "\"'[{|>&*") {
			return whole("TEXT,")(l)
		}
		return whole(`INDENTHYPHENSOPEN"KEY": "VALUE"COMMA,`)(l)
	}},
	{name: "a question mark", changed: whole("INDENTHYPHENS? BODY")},
	{name: "a complex key", added: field("? [a, b]")},
	{name: "a key that is a list", added: field("[a, b]: c")},

	// Lines cut, joined and doubled.
	{name: "doubled", changed: whole("TEXT\nTEXT")},
	{name: "doubled in itself", changed: whole("TEXT BODY")},
	{name: "doubled with another value", changed: whole("TEXT\nINDENTKEY: otherCOMMA")},
	{
		name: "joined with the next", changed: func(l takenApart) string { return l.text() + " " + strings.TrimSpace(l.below) },
		takes: 1,
	},
	{name: "cut in the key", changed: func(l takenApart) string {
		return l.indent + l.hyphens + l.body()[:min(3, len(l.body()))]
	}},
	{name: "cut in the value", changed: func(l takenApart) string { return l.with(l.value[:len(l.value)/2]) }},
	{name: "text pasted before it", changed: whole("INDENTHYPHENSsee also BODY")},
	{name: "text pasted to the margin before it", changed: whole("see page 2: TEXT")},
	{name: "broken in two", changed: func(l takenApart) string {
		half, comma := len(l.value)/2, l.comma
		half += max(0, strings.IndexByte(l.value[half:], ' '))
		l.comma = ""
		return l.with(l.value[:half]) + "\n" + l.value[half:] + comma
	}},

	// Lines that do not belong there, at the margin.
	{name: "a field at the margin", added: line("type: call")},
	{name: "a quoted field at the margin", added: line(`type: "call"`)},
	{name: "a list at the margin", added: line("actors: [A]")},
	{name: "a map at the margin", added: line("type: {a: b}")},
	{name: "an open quote at the margin", added: line(`type: "call`)},
	{name: "an open single quote at the margin", added: line(`type: 'call`)},
	{name: "a text at the margin", added: line("summary: |\n  What was said")},
	{name: "the head of a text at the margin", added: line("summary: |")},
	{name: "the head of a folded text at the margin", added: line("notes: >-")},
	{name: "an open list at the margin", added: line("actors: [A, B")},
	{name: "an open map at the margin", added: line("tags: {a")},
	{name: "the head of a list at the margin", added: line("tags:")},
	{name: "an item at the margin", added: line("- an item")},
	{name: "prose", added: line("Then they met again.")},
	{name: "prose with a colon", added: line("Note to self: check this: again")},
	{name: "a second list of events", added: line("events:")},
	{name: "a fence", added: line("---")},
	{name: "the end of a document", added: line("...")},
	{name: "a fence with text", added: line("--- text")},
	{name: "a rule", added: line("-----")},
	{name: "a directive", added: line("%YAML 1.2")},
	{name: "a closing brace", added: line("}")},
	{name: "a closing bracket", added: line("]")},
	{name: "an opening brace", added: line("{")},
	{name: "a double quote", added: line(`"`)},
	{name: "a single quote", added: line("'")},
	{name: "a conflict begins", added: line("<<<<<<< HEAD")},
	{name: "a conflict's middle", added: line("=======")},
	{name: "a conflict ends", added: line(">>>>>>> branch")},
	{name: "a conflict", added: whole("<<<<<<< HEAD\nTEXT\n=======\nTEXT\n>>>>>>> branch")},
	{name: "a line of a difference", changed: whole("+TEXT")},
	{name: "a line taken out of a difference", changed: whole("-TEXT")},
	{name: "the head of a difference", added: line("@@ -1,3 +1,4 @@")},
	{name: "a Markdown fence", added: line("```yaml")},
	{name: "a Markdown heading", added: line("# Events")},
	{name: "HTML", added: line("<p class=\"a\">text</p>")},
	{name: "a number", added: line("12")},

	// Characters.
	{name: "NUL", changed: whole("TEXT\x00")},
	{name: "NUL indents", changed: whole("\x00TEXT")},
	{name: "an escape sequence", changed: value("\x1b$")},
	{name: "not UTF-8", changed: value("\xff$")},
	{name: "half a character", changed: whole("TEXT\xe2\x82")},
	{name: "a CR at the end", changed: whole("TEXT\r")},
	{name: "a CR within", changed: whole("TEXT\rINDENTBODY")},
	{name: "a byte order mark", changed: whole("\ufeffTEXT")},
	{name: "a line separator", changed: whole("TEXT\u2028")},
}

// wrongYet are the numbers of cells of the whole experiment in which a kind of broken line is not yet dealt with as it
// should be: lost, where more than its event is lost or blamed, or nothing is said, and told, where another line of the
// event is blamed too, or following the cure is not enough. Mostly an item or a field at the margin then looks like one
// of another list, a value has one more below it, or two things are wrong at once. Who mends one takes it out here.
var wrongYet = map[string]yetWrong{
	"a tab indents":                       {0, 7},
	"a tab after blanks":                  {0, 18},
	"one column left":                     {0, 7},
	"two columns left":                    {0, 8},
	"one column right":                    {0, 2},
	"four columns right":                  {0, 3},
	"at the margin":                       {0, 10},
	"the hyphen is blank":                 {0, 6},
	"a hyphen too many":                   {0, 1},
	"two hyphens":                         {0, 16},
	"a hyphen alone":                      {0, 3},
	"text after a quote":                  {0, 6},
	"an open map":                         {0, 3},
	"an alias of nothing":                 {0, 3},
	"a block scalar of five blanks":       {0, 3},
	"a block scalar with text":            {0, 6},
	"a template":                          {0, 3},
	"doubled in itself":                   {0, 3},
	"joined with the next":                {0, 9},
	"cut in the key":                      {0, 3},
	"text pasted before it":               {0, 9},
	"text pasted to the margin before it": {0, 43},
	"a list at the margin":                {0, 3},
	"an open list at the margin":          {0, 24},
	"an open map at the margin":           {0, 12},
	"an item at the margin":               {0, 34},
	"a conflict":                          {0, 6},
	"a line of a difference":              {0, 10},
	"a line taken out of a difference":    {0, 81},
	"a Markdown heading":                  {0, 6},
	"NUL indents":                         {0, 5},
	"not UTF-8":                           {0, 14},
	"half a character":                    {0, 2},
}

// A yetWrong is a number of cells of a kind of broken line, told apart as in wrongYet.
type yetWrong struct{ lost, told int }
