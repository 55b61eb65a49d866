package manual_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/ui/manual"
)

func ExamplePage() {
	page := manual.Page{Name: "dateline", Version: "v1.2.3", Title: "browse a record of events"}
	page.Sections = []manual.Section{{Title: "Keys", Blocks: []manual.Block{{
		Heading: "Move", Text: "Letters and arrows.", Literal: ".nf\n'x'",
		Items: []manual.Item{{Term: "**↑ k ^p**", Text: "an event up: see --help and __PATH__"}},
	}}}}
	_, _ = page.WriteTo(os.Stdout)
	// Output:
	// .TH "DATELINE" 1 "" "dateline v1.2.3" "User Commands"
	// .nh
	// .ad l
	// .SH NAME
	// dateline \- browse a record of events
	// .SH "KEYS"
	// .SS "Move"
	// Letters and arrows.
	// .PP
	// .nf
	// \&.nf
	// \(aqx\(aq
	// .fi
	// .TP
	// \fB\(ua k \(hap\fR
	// an event up: see \-\-help and \fIPATH\fR
}

// requests are the lines that are no text, and escapes what a backslash may begin.
var (
	requests = regexp.MustCompile(`^\.(TH ("[^"]*" 1 "" "[^"]*" "[^"]*")|SH [^"]+|S[HS] "[^"]*"|PP|TP|br|nf|fi|nh|ad l)$`)
	escapes  = regexp.MustCompile(`\\(&|e|-|f[BIR]|\([!-~]{2}|\[u[0-9A-F]{4,6}\])`)
)

// Whatever a text says, a page has no request but ours in it, and nothing but ASCII that is printed.
func TestNothingOfATextIsObeyed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		broken := rapid.SampledFrom([]string{"\xff", "a\xc3"}) // no UTF-8
		text := rapid.OneOf(rapid.String(), broken, rapid.StringMatching(`[.'\\"*_ \n\t-]*(\\n\[[a-z]\]|\.so /etc|\.sy ls|x)?`))
		page := manual.Page{Name: text.Draw(t, "name"), Version: text.Draw(t, "version"), Title: text.Draw(t, "title")}
		block := manual.Block{Heading: text.Draw(t, "h"), Text: text.Draw(t, "text"), Literal: text.Draw(t, "literal")}
		block.Lines = []string{text.Draw(t, "line"), text.Draw(t, "another")}
		block.Items = []manual.Item{{Term: text.Draw(t, "term"), Text: text.Draw(t, "meaning")}}
		page.Sections = []manual.Section{{Title: text.Draw(t, "section"), Blocks: []manual.Block{block}}}
		var b strings.Builder
		if _, err := page.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n") {
			switch {
			case strings.HasPrefix(line, ".") && requests.MatchString(line):
			case line == "", strings.ContainsAny(line[:1], ".'"):
				t.Errorf("line %d is obeyed: %q", n+1, line)
			case strings.Contains(escapes.ReplaceAllString(line, ""), `\`):
				t.Errorf("line %d has an escape that is none of ours: %q", n+1, line)
			}
			if strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || r > '~' }) {
				t.Errorf("line %d has more than ASCII: %q", n+1, line)
			}
		}
	})
}
