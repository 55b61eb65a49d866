package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/load"
	"dateline/timeline/sanitize"
	"dateline/timeline/testrecord"
	"dateline/ui/draw"
	"dateline/ui/linear"
	"dateline/ui/session"
)

// A heard is what was said to a line.
type heard struct{ line, said string }

// speak talks in lines about the curated record, unless a setting says otherwise, and returns what is said to each. The
// first has the greeting.
func speak(t testing.TB, lines []string, settings ...setting) []heard {
	t.Helper()
	var kept session.Saved
	o := Options{
		Now:     func() time.Time { return time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC) },
		Command: func(query, event string) string { return "show " + event + " of " + query },
		Write:   func(_ string, write func(io.Writer) error) (string, error) { return "", write(io.Discard) },
		OpenURL: func(string) error { return nil },
		State: session.State{Change: func(change func(*session.Saved)) (session.Saved, error) {
			change(&kept)
			return kept, nil
		}},
	}
	var looks draw.Looks
	for _, s := range settings {
		s(&o, &looks)
	}
	if o.Load == nil {
		o.Load = loading(curated(t))
	}
	var said strings.Builder
	list := []heard{{}}
	in := &script{lines: lines, asked: func(line string) {
		list[len(list)-1].said = said.String()
		said.Reset()
		list = append(list, heard{line: line})
	}}
	if err := o.Speak(context.Background(), &linear.Talk{In: in, Out: &said, Typed: true, Prompts: true}); err != nil {
		t.Fatalf("after %q: %v", lines, err)
	}
	list[len(list)-1].said = said.String()
	for n := range list {
		list[n].said = strings.TrimSuffix(list[n].said, linear.Prompt)
	}
	return list
}

// A script hands out a line with each read, as a terminal does.
type script struct {
	lines []string
	asked func(line string)
}

func (s *script) Read(to []byte) (int, error) {
	if len(s.lines) == 0 {
		return 0, io.EOF
	}
	line := s.lines[0]
	s.lines = s.lines[1:]
	s.asked(line)
	return copy(to, line+"\n"), nil
}

// unheard returns the first sign in what is said that is not heard as a word, or that a terminal would obey; "" for
// none. Of the record's own words any letter, mark and number may be there.
func unheard(said string) string {
	for _, r := range said {
		switch {
		case r == '\n' || r == ' ' || unicode.In(r, unicode.L, unicode.M, unicode.N):
		case strings.ContainsRune("$€£₴₽+<>=~|^`", r):
		case unicode.IsPunct(r) && r != '·':
		default:
			return fmt.Sprintf("%q", r)
		}
	}
	return ""
}

// Each action of the table answers to its name and to its keys with a sentence, or says why it does nothing.
func TestEveryActionIsHeard(t *testing.T) {
	var lines []string
	for _, a := range actions() {
		for _, line := range append([]string{a.name, a.name + " 2", a.name + " x"}, a.keys...) {
			if w, _ := linear.Find(actions().named(line)); line != " " && !slices.Contains(lines, line) &&
				!strings.HasPrefix(line, "quit") && w.Name != "quit" && w.Name != "quit-now" {
				lines = append(lines, line)
			}
		}
		if _, ok := linear.Find(a.name); !ok {
			t.Errorf("the action %s is no word", a.name)
		}
	}
	for _, before := range [][]string{nil, {"a yermak"}, {"zebra"}, {"yermak", "x"}, {"date:2025-09", "first"}} {
		for _, one := range speak(t, slices.Concat(before, lines))[1:] {
			if strings.TrimSpace(one.said) == "" {
				t.Errorf("after %q nothing is said to %q", before, one.line)
			}
			if sign := unheard(one.said); sign != "" {
				t.Errorf("after %q it is said to %q, with %s:\n%s", before, one.line, sign, one.said)
			}
		}
	}
}

// Each word of the help does something, or says why not, and help explains it.
func TestEveryWordIsHeard(t *testing.T) {
	for _, w := range linear.Words {
		if strings.HasPrefix(w.Name, "quit") || w.Is == "quit" {
			continue
		}
		got := speak(t, []string{"help " + w.Name, w.Name, "previous", w.Name})
		for _, one := range got[1:] {
			if strings.TrimSpace(one.said) == "" || unheard(one.said) != "" {
				t.Errorf("it is said to %q: %q", one.line, one.said)
			}
		}
		if strings.Contains(got[1].said, "There is no command") {
			t.Errorf("help knows nothing of %s", w.Name)
		}
	}
	for _, word := range []string{"quit", "q", "quit-now", "Q", "^c", "exit"} {
		if got := speak(t, []string{word, "where"}); len(got) != 2 {
			t.Errorf("%s does not quit, but says %q", word, got[1].said)
		}
	}
}

// Whatever is typed is answered, and nothing that a terminal obeys comes of it, nor of a record.
func TestAnythingIsAnswered(t *testing.T) {
	var good, bad load.Progress
	loading(curated(t))(t.Context(), func(p load.Progress) { good = p })
	loading(file("hostile.yaml", testrecord.EveryField("\x1b[31m\u202e\u009b日本 e\u0301")))(t.Context(),
		func(p load.Progress) { bad = p })
	words := []string{"\x1b[2J", "\u202e", "日本", "(", "type:", "-", "\"", "+", "all", "with", ",", "9999999999", "0", "-1"}
	for _, w := range linear.Words {
		words = append(words, w.Name)
	}
	for _, a := range actions() {
		words = append(words, a.keys...)
	}
	rapid.Check(t, func(rt *rapid.T) {
		anything := rapid.OneOf(rapid.SampledFrom(words), rapid.String(), rapid.StringMatching(`[a-z+(:"-]{0,8}`))
		var lines []string
		for range rapid.IntRange(1, 12).Draw(rt, "lines") {
			lines = append(lines, strings.Join(rapid.SliceOfN(anything, 1, 3).Draw(rt, "line"), " "))
		}
		p := good
		if rapid.Bool().Draw(rt, "hostile") {
			p = bad
		}
		answersAll(rt, lines, p)
	})
}

// answersAll checks that each line is answered, safely.
func answersAll(t interface {
	Fatalf(string, ...any)
	Errorf(string, ...any)
}, lines []string, p load.Progress,
) {
	o := Options{
		Load:    func(_ context.Context, publish func(load.Progress)) { publish(p) },
		Now:     func() time.Time { return time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC) },
		OpenURL: func(string) error { return errors.New("\x1b[2J") },
		Edit:    func(string, int) (func() error, error) { return nil, errors.New("\x1b[2J") },
		Write:   func(_ string, write func(io.Writer) error) (string, error) { return "", write(io.Discard) },
	}
	var said strings.Builder
	talk := &linear.Talk{In: strings.NewReader(strings.Join(lines, "\n") + "\n"), Out: &said}
	if err := o.Speak(context.Background(), talk); err != nil {
		t.Fatalf("to %q: %v", lines, err)
	}
	if text := said.String(); !utf8.ValidString(text) || sanitize.Text(text) != text {
		t.Errorf("to %q there are signs in it that a terminal obeys:\n%q", lines, text)
	}
	if strings.Contains(said.String(), "\n"+linear.Prompt+"\n"+linear.Prompt) {
		t.Errorf("to a line of %q nothing is said:\n%s", lines, said.String())
	}
	for _, answer := range strings.Split("\n"+said.String(), "\n"+linear.Prompt)[1:] {
		if line, rest, _ := strings.Cut(answer, "\n"); strings.TrimSpace(rest) == "" && !quits(line) {
			t.Errorf("to %q nothing is said, of %q", line, lines)
		}
	}
}

// quits reports whether a line ends the talk.
func quits(line string) bool {
	w, _ := linear.Find(linear.Parse(line, actions().named).Word)
	return w.Name == "quit" || w.Name == "quit-now" || w.Name == "box" || w.Name == "go"
}

// FuzzLinear types any lines, to a record of ours and to a hostile one.
func FuzzLinear(f *testing.F) {
	var good, bad load.Progress
	loading(curated(f))(context.Background(), func(p load.Progress) { good = p })
	loading(file("hostile.yaml", testrecord.EveryField("\x1b[31m\u202e\u009b日本 e\u0301")))(context.Background(),
		func(p load.Progress) { bad = p })
	f.Add("a +rubio all\nn\nclaims\nmore\nu\ndays before alaska\nwrite x.md", false)
	f.Add("first\nread\nmore\nwho 1\ncompare a, b\nlanes\nwalk\nmark\nnote \x1b\nmarks 1", true)
	f.Add("/ (\n:\n= x\n* y\n'\n\"\n\x00\xff\n9\ncomplete claim:(by:", true)
	f.Fuzz(func(t *testing.T, lines string, hostile bool) {
		p := good
		if hostile {
			p = bad
		}
		answersAll(t, strings.Split(lines[:min(len(lines), 500)], "\n"), p)
	})
}

// A record that takes long to read is said to be, once now and then, and nothing is answered before it is there.
func TestALongRecordIsAwaited(t *testing.T) {
	now := time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC)
	var whole load.Progress
	loading(curated(t))(t.Context(), func(p load.Progress) { whole = p })
	got := speak(t, []string{"where"}, func(o *Options, _ *draw.Looks) {
		o.Now = func() time.Time { return now }
		o.Load = func(_ context.Context, publish func(load.Progress)) {
			for n := range 100 {
				part := whole
				part.Done, part.Events = false, n
				publish(part)
				now = now.Add(100 * time.Millisecond)
			}
			publish(whole)
		}
	})
	if n := strings.Count(got[0].said, "Reading: "); n != 2 || !strings.HasPrefix(got[0].said, "Reading: 10 events so far.\n") {
		t.Errorf("%d times it is said that the record is being read:\n%s", n, got[0].said)
	}
}

// BenchmarkLinear measures what a command costs on 100,000 events.
func BenchmarkLinear(b *testing.B) {
	var whole load.Progress
	loading(file("record.yaml", testrecord.Generate(100_000)))(context.Background(), func(p load.Progress) { whole = p })
	for _, line := range []string{"n", "actor:actor-7", "talks", "lanes", "actors", "walk", "compare actor-7 with actor-9"} {
		b.Run(line, func(b *testing.B) {
			lines := make([]string, 0, 2*b.N)
			for range b.N {
				lines = append(lines, line, "u")
			}
			b.ReportAllocs()
			b.ResetTimer()
			speak(b, lines, func(o *Options, _ *draw.Looks) {
				o.Load = func(_ context.Context, publish func(load.Progress)) { publish(whole) }
			})
		})
	}
}

// readmeLinear is a talk about the curated record.
func readmeLinear(t *testing.T) string {
	lines := []string{
		"a yermak", "a +rubio all", "n", "claims", "quotes", "out", "days before alaska", "write report.md", "q",
	}
	const begin = "2025-07-10-rubio-lavrov-kuala-lumpur"
	var b strings.Builder
	b.WriteString("```\n$ dateline --linear record.yaml --at " + begin + "\n")
	for n, one := range speak(t, lines, at(begin)) {
		if n > 0 {
			b.WriteString(linear.Prompt + one.line + "\n")
		}
		b.WriteString(one.said)
	}
	return b.String() + "```\n"
}

// What is wrong with the reader's own settings is said at the beginning, and read after what the record has.
func TestWrongSettingsAreHeard(t *testing.T) {
	wrong := diag.Problems{{
		Rule: rule.UnknownSetting, Pos: diag.Pos{File: "/home/u/config.yaml", Line: 3, Column: 1}, Width: 4,
		Message: "there is no setting `them`", Hint: "did you mean `theme`?", Excerpt: "them: dark",
	}}
	own := func(o *Options, _ *draw.Looks) { o.Settings = wrong.Groups() }
	got := speak(t, []string{"problems", "places 2"}, yaml("- {date: 2025-05-01, title: One, wen: x}\n"), own)
	for n, want := range []string{
		"config.yaml, line 3: there is no setting `them`; problems says more.",
		"2 Error: there is no setting `them`. In /home/u/config.yaml, line 3, column 1. Did you mean `theme`?",
		"In /home/u/config.yaml, line 3, column 1.",
	} {
		if said := strings.Join(strings.Fields(got[n].said), " "); !strings.Contains(said, want) {
			t.Errorf("to %q it is said:\n%s", got[n].line, said)
		}
	}
}

// A line that is the number of an actor of the event, as people names them, shows only that one.
func TestNumbersBeyondNine(t *testing.T) {
	crowd := yaml("- {date: 2025-05-01, title: One of 11, actors: [a, b, c, d, e, f, g, h, i, Tenth, k]}\n")
	got := speak(t, []string{"people", "10", "u", "11 ", "u", "12"}, crowd)
	for n, want := range []string{"", "10 Tenth.", "Only Tenth: 1 of 1.", "", "Only k: 1 of 1.", "", "Filter 12: nothing"} {
		if !strings.Contains(got[n].said, want) {
			t.Errorf("to %q it is said:\n%s", got[n].line, got[n].said)
		}
	}
}

// A key that the reader has given away is the text of the filter, which says which key does what it did.
func TestKeysGivenAwayAreHeard(t *testing.T) {
	own := withKeys(give("lanes", "L"), give("actors", "W"), give("filter", "S"), give("problems", "h"))
	got := speak(t, []string{"v", "u", "a yermak", "u", "/ yermak", "L", "W yermak", "h"}, own)
	for n, want := range []string{
		"", "`lanes` is “L” now; “v” is taken for the text of the filter. Filter v:", "", "`actors` is “W” now; “a yermak” is",
		"", "`filter` is “S” now;", "events; with", "Only Andriy Yermak", "Nothing is wrong with this record.",
	} {
		if said := strings.Join(strings.Fields(got[n].said), " "); !strings.Contains(said, want) {
			t.Errorf("to %q it is said:\n%s", got[n].line, said)
		}
	}
}

// Sentences have capitals where words begin them, not keys of the filter, and plurals where there are several.
func TestSentencesAreWritten(t *testing.T) {
	got := speak(t, []string{"without trump", "write citation s.txt", "write footnote s.md"})
	for n, want := range []string{"", "\nactor:trump is", " sources as citations to s.txt", " as footnotes in Markdown to"} {
		if !strings.Contains(got[n].said, want) {
			t.Errorf("to %q it is said:\n%s", got[n].line, got[n].said)
		}
	}
}

// How far a list was read is said by the numbers that its items have, and how long it is by the whole list.
func TestHowFarAListWasRead(t *testing.T) {
	var days []string
	for n := range 1200 {
		days = append(days, fmt.Sprint("Event", n))
	}
	long := yaml("- {date: 2025, title: " + strings.Join(days, "}\n- {date: 2025, title: ") + "}\n")
	got := speak(t, []string{"list 5", "more", "list 1150"}, long)
	for n, want := range []string{"", "22: 2025, Event21.\nThat was up to 22 of 1,200.", "up to 40 of 1,200", "up to 1,167 of 1,200"} {
		if !strings.Contains(got[n].said, want) {
			t.Errorf("to %q it is said:\n%s", got[n].line, got[n].said)
		}
	}
	lines := slices.Concat([]string{"list 150"}, slices.Repeat([]string{"more"}, 56))
	if said := speak(t, lines, long)[56].said; !strings.Contains(said, "list 1150 reads on.") {
		t.Errorf("at the end of what is read at once it is said:\n%s", said)
	}
}

// A record that was left in the lanes of the screen opens there again after a talk, which has a list alone.
func TestATalkKeepsTheLanes(t *testing.T) {
	visit := &session.Visit{From: session.Place{Lanes: true}}
	speak(t, []string{"first", "type:call", "undo"}, func(o *Options, _ *draw.Looks) { o.Visit = visit })
	if left, been := visit.Left(); !been || !left.Lanes || left.Anchor == "" {
		t.Errorf("it is left at %+v", left)
	}
}

// What an event lacks is said in a sentence, whichever part of it is asked for.
func TestWhatAnEventLacksIsSaid(t *testing.T) {
	for _, h := range speak(t, linear.EventParts(), yaml("- {date: 2025-05-01, title: One}\n"))[1:] {
		said := map[string]string{
			"people": "Nobody is named here.", "led": "Nothing is named that led here.",
			"followed": "Nothing is named that followed.",
		}[h.line]
		if said == "" {
			said = " here."
		}
		if !strings.Contains(h.said, said) || strings.Contains(h.said, "here here") {
			t.Errorf("%s: %q", h.line, h.said)
		}
	}
}
