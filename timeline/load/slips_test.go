package load

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/diag/rule"
)

// told returns the events of a record, a line each, in the order of the file.
func told(p Progress) []string {
	var events []string
	record := p.Index.Timeline()
	for i := range record.Len() {
		e := record.Event(i)
		var actors []string
		for _, a := range e.Actors {
			actors = append(actors, a.Name)
		}
		line := strings.Join([]string{e.Date.EDTF(), e.Title, e.Type, e.Location, strings.Join(actors, "+"), e.Summary}, "|")
		events = append(events, strings.TrimRight(line, "|"))
	}
	return events
}

// One broken line leaves the aliases of other events their meaning, wherever the anchor is.
func TestBrokenLineLeavesAliasesTheirMeaning(t *testing.T) {
	for name, test := range map[string]struct {
		text     string
		want     []string
		problems []string // the first line and a part of the message of each
	}{
		"in another item": {
			"- &e0\n  date: 2025-01-01\n  title: base\n  type: call\n- <<: *e0\n  title: two\n- title: a: b\n  date: 2026\n",
			[]string{"2025-01-01|base|call", "2025-01-01|two|call", "2026|a: b"},
			[]string{"7:11 a colon"},
		},
		"in the head": {
			"defaults: &d {location: Kyiv, date: 2025-01-01}\nevents:\n- <<: *d\n  title: one\n- title: \"open\n  date: 2026\n",
			[]string{"2025-01-01|one||Kyiv", "2026|open"},
			[]string{"5:10 the quotation"},
		},
		"in the broken item": {
			"- &e0\n  date: 2025-01-01\n  title: a: b\n  location: Kyiv\n- <<: *e0\n  title: two\n",
			[]string{"2025-01-01|a: b||Kyiv", "2025-01-01|two||Kyiv"},
			[]string{"3:11 a colon"},
		},
		"in the broken head": {
			"defaults: &d\n  type: call: x\n  location: Kyiv\nevents:\n- <<: *d\n  date: 2025\n  title: one\n",
			[]string{"2025|one|call: x|Kyiv"},
			[]string{"2:13 a colon"},
		},
		"of a list": {
			"- date: 2025\n  title: a\n  actors: &a\n  - A\n  - B\n- {date: 2026, title: b, actors: *a}\n" +
				"- title: a: b\n  date: 2027\n",
			[]string{"2025|a|||A+B", "2026|b|||A+B", "2027|a: b"},
			[]string{"7:11 a colon"},
		},
		"of two that are called alike": {
			"- &a {date: 2025, title: a, type: one}\n- <<: *a\n  title: b\n- &a {date: 2026, title: c, type: two}\n" +
				"- <<: *a\n  title: d\n- date: 2027\n  title: \"e\n",
			[]string{"2025|a|one", "2025|b|one", "2026|c|two", "2026|d|two", "2027|e"},
			[]string{"8:10 the quotation"},
		},
		"nowhere": {
			"- date: 2025\n  title: *bold\n- <<: *none\n  date: 2026\n  title: b\n",
			[]string{"2025|*bold", "2026|b"},
			[]string{"2:10 nothing has the anchor", "3:7 nothing has the anchor"},
		},
		"below": {
			"- <<: *e\n  date: 2025\n  title: a\n- &e {date: 2026, title: b}\n",
			[]string{"2025|a", "2026|b"},
			[]string{"1:7 the alias `*e` is above its anchor"},
		},
	} {
		t.Run(name, func(t *testing.T) { checkTold(t, test.text, test.want, test.problems) })
	}
}

// checkTold holds that a record has these events and these problems, read as a whole and in pieces.
func checkTold(t *testing.T, text string, want, problems []string) {
	t.Helper()
	sameInPieces(t, text, 1)
	p := loadText(t, "record.yaml", text)
	if diff := cmp.Diff(want, told(p)); diff != "" {
		t.Errorf("(-want +got):\n%s\n%s", diff, p.Problems)
	}
	for i, one := range p.Problems {
		said := fmt.Sprintf("%d:%d %s", one.Pos.Line, one.Pos.Column, one.Message)
		if i >= len(problems) || !strings.HasPrefix(said, problems[i]) {
			t.Errorf("problem %d is unexpected: %s", i, one)
		}
	}
	if len(p.Problems) < len(problems) {
		t.Errorf("problems are missing:\n%s", p.Problems)
	}
}

// A line that has slipped out of an event costs no other, and is put back where that can be done.
func TestSlipsCostNoOtherEvent(t *testing.T) {
	for _, indent := range []string{"", "  ", "    "} {
		head := "events:\n" + indent + "- date: 2025-01-01\n" + indent + "  title: One\n"
		tail := indent + "- date: 2025-01-02\n" + indent + "  title: Two\n" + indent + "- date: 2025-01-03\n" + indent +
			"  title: Three\n"
		rest := []string{"2025-01-02|Two", "2025-01-03|Three"}
		for name, test := range map[string]struct{ slip, first, problem string }{
			"a field":         {"type: call\n", "|call", "4:1 `type` has slipped"},
			"a list":          {"actors: [A, B]\n", "|||A+B", "4:1 `actors` has slipped"},
			"a list on lines": {"actors:\n" + indent + "    - A\n" + indent + "    - B\n", "|||A+B", "4:1 `actors` has slipped"},
			"two fields":      {"type: call\nlocation: Kyiv\n", "|call|Kyiv", "4:1 `type` has slipped"},
			"a text":          {"summary: |\n" + indent + "    What\n", "||||What", "4:1 `summary` has slipped"},
			"an open quote":   {"type: \"call\n", "|call", "4:7 the quotation does not end"},
			"a divider":       {"---\n" + indent + "  type: call\n", "|call", "4:1 this line divides documents"},
			"an end":          {"... # here\n" + indent + "  type: call\n", "|call", "4:1 this line divides documents"},
			"a directive":     {"%YAML 1.1\n---\n" + indent + "  type: call\n", "|call", "4:1 this line divides documents"},
		} {
			t.Run(fmt.Sprintf("%s/%d", name, len(indent)), func(t *testing.T) {
				want := append([]string{"2025-01-01|One" + test.first}, rest...)
				p := loadText(t, "record.yaml", head+test.slip+tail)
				if got := told(p); !cmp.Equal(want, got) {
					t.Errorf("%s\n%s", cmp.Diff(want, got), p.Problems)
				}
				first := p.Problems[0]
				if said := fmt.Sprintf("%d:%d %s", first.Pos.Line, first.Pos.Column, first.Message); !strings.HasPrefix(said,
					test.problem) || !strings.Contains(said, "the 2 items below it are read all the same") {
					t.Errorf("%s", p.Problems)
				}
				if excerpt, _, _ := strings.Cut(test.slip, "\n"); first.Excerpt != excerpt {
					t.Errorf("%q is shown, not %q", first.Excerpt, excerpt)
				}
				sameInPieces(t, head+test.slip+tail, 1)
				crlf := loadText(t, "record.yaml", strings.ReplaceAll(head+test.slip+tail, "\n", "\r\n"))
				if diff := cmp.Diff(p.Problems, crlf.Problems); diff != "" {
					t.Errorf("with CRLF:\n%s", diff)
				}
			})
		}
	}
}

// Where events are in braces, a line that has slipped, or has become one with another, costs one at most.
func TestSlipsAmongBraces(t *testing.T) {
	const one, two, three = "2025-01-01|One", "2025-01-02|Two", "2025-01-03|Three"
	first, second, third := "- {date: 2025-01-01, title: One}\n", "- {date: 2025-01-02,\n  title: Two}\n",
		"- {date: 2025-01-03, title: Three}\n"
	for name, test := range map[string]struct {
		text     string
		want     []string
		problems []string
	}{
		"no hyphen":          {first + second[2:] + third, []string{one, two, three}, []string{"2:1 the hyphen is missing"}},
		"no hyphen at first": {first[2:] + third, []string{one, three}, []string{"1:1 the hyphen is missing"}},
		"no blank":           {first + "-" + second[2:] + third, []string{one, two, three}, []string{"2:1 the hyphen is followed by"}},
		"a deep item":        {first + "    " + second + third, []string{one, two, three}, []string{"2:5 this item is not indented"}},
		"a field": {
			first + "- {date: 2025-01-02,\ntype: \"call\n  title: Two}\n" + third,
			[]string{one, two, three},
			[]string{"3:1 `type` is within the brackets"},
		},
		"a text": {
			first + "- {date: 2025-01-02,\nsummary: |\n  What\n  title: Two}\n" + third,
			[]string{one, two, three},
			[]string{"3:1 `summary` is within the brackets"},
		},
		"prose":            {first + "prose\n" + second + third, []string{one, two, three}, []string{"2:1 this line"}},
		"joined":           {first + second[:len(second)-1] + " " + third, []string{one, two, three}, []string{"3:15 two lines have become one"}},
		"joined on a line": {first + third[:len(third)-1] + " " + second, []string{one, two}, []string{"2:36 two lines have become one"}},
	} {
		t.Run(name, func(t *testing.T) {
			checkTold(t, "events:\n"+test.text, test.want, below(test.problems))
			if test.text[0] == '-' {
				checkTold(t, test.text, test.want, test.problems)
			}
		})
	}
}

// below returns problems of a text that comes in a line more.
func below(problems []string) []string {
	var moved []string
	for _, one := range problems {
		line, said, _ := strings.Cut(one, ":")
		n, _ := strconv.Atoi(line)
		moved = append(moved, fmt.Sprintf("%d:%s", n+1, said))
	}
	return moved
}

// What a key beside the events holds, or below them swallows as its value, is told, and told once.
func TestSwallowedEventsAreTold(t *testing.T) {
	head := "events:\n  - {date: 2025, title: One}\n"
	list := "  - date: 2026\n    title: Two\n  - date: 2027\n    title: Three\n"
	for text, want := range map[string]string{
		head + "description: |\n" + list: "3:1 `description` holds 2 lines where an event begins",
		head + "sources:\n" + list:       "3:1 `sources` holds 2 events",
		head + "tags:\n" + list:          "3:1 `tags` holds 2 events",
		head + "events:\n" + list:        "3:1 duplicate key `events`",
		head + "wars:\n" + list:          "3:1 `wars` holds 2 events",
		"wars:\n" + list + head:          "1:1 `wars` holds 2 events",
		"wars:\n- {when: 1914}\n" + head: "1:1 `wars` holds 1 event",
		head + "wars:\n  a: {date: 1914, title: A}\n  b: {date: 1939, title: B}\n": "3:1 `wars` holds 2 events",
	} {
		p := loadText(t, "record.yaml", text)
		found := false
		for _, one := range p.Problems {
			found = found || fmt.Sprintf("%d:%d %s", one.Pos.Line, one.Pos.Column, one.Message) == want
			if one.Rule == rule.UnknownKey && strings.Contains(one.Message, "wars") {
				t.Errorf("%q is told twice:\n%s", want, p.Problems)
			}
		}
		if !found {
			t.Errorf("%q is missing:\n%s", want, p.Problems)
		}
	}
	if p := loadText(t, "record.yaml", head+"events:\n"+list); p.Index.Timeline().Len() != 3 {
		t.Errorf("%d events", p.Index.Timeline().Len())
	}
	right := loadText(t, "record.yaml", "description: |\n"+list+head+"sources: [{id: a, title: b}]\n")
	if len(right.Problems) > 0 {
		t.Errorf("%s", right.Problems)
	}
}
