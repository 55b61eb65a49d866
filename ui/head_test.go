package ui

import (
	"strings"
	"testing"

	"dateline/ui/draw"
)

// titleRow is the first row of the screen.
func (d *driver) titleRow() string { return strings.Join(strings.Fields(d.lines()[0]), " ") }

func TestTheTitleSaysHowMuchThereIs(t *testing.T) {
	for _, c := range []struct {
		w           int
		query, want string
	}{
		{140, "", "Security guarantees for Ukraine 45 events · 49 actors · 5 sources · February 2022 to January 2026"},
		{80, "", "Security guarantees for Ukraine 45 events · 49 actors · 5 sources · 2022–2026"},
		{60, "", "Security guarantees for Ukraine 45 events · 2022–2026"},
		{50, "", "Security guarantees for Ukraine 45 events"},
		{120, "actor:yermak", "Security guarantees for Ukraine 5 of 45 events · March 2024 to September 2025"},
		{120, "type:call", "Security guarantees for Ukraine 3 of 45 events · September 2025"},
		{120, "type:nothing", "Security guarantees for Ukraine 0 of 45 events"},
	} {
		if got := open(t, c.w, 30, withQuery(c.query)).titleRow(); got != c.want {
			t.Errorf("%d columns, %q: %q, want %q", c.w, c.query, got, c.want)
		}
	}
	for record, want := range map[string]string{
		"- {date: 2025-05-01, title: One}":                                              "dateline 1 event · May 2025",
		"- {date: -0043-03-15, title: One}\n- {date: 0014-08-19, title: Two}":           "dateline 2 events · March 44 BC to August 14 AD",
		"- {date: sometime, title: One, actors: [A], sources: [\"https://a.example\"]}": "dateline 1 error (!) 1 event · 1 actor · 1 source",
		"- {date: ../2020, title: One}\n- {date: 2025, title: Two}":                     "dateline 2 events · 2025",
		"- {date: 1142, title: One}\n- {date: 2025-03-01, title: Two}":                  "dateline 2 events · 1142 to March 2025",
		"- {date: 2025, title: One}\n- {date: 2025-03-01, title: Two}":                  "dateline 2 events · 2025",
		"- {date: ../2020, title: One}":                                                 "dateline 1 event",
	} {
		if got := open(t, 120, 30, yaml(record)).titleRow(); got != want {
			t.Errorf("%s: %q, want %q", record, got, want)
		}
	}
}

// What is wrong with a record and its number of events are never pushed out by what more there is to say.
func TestTheTitleKeepsWhatCounts(t *testing.T) {
	for w := 30; w <= 160; w++ {
		if got := open(t, w, 20, yaml(broken)).fits().titleRow(); !strings.Contains(got, "3 events") || w >= 44 && !strings.Contains(got, "2 errors (!)") {
			t.Fatalf("in %d columns: %q", w, got)
		}
	}
}

func TestTheEmptyFilterLineSaysWhatItTakes(t *testing.T) {
	d := open(t, 120, 40).see("/ type a name, a word, a date …", "× force · ◆ talks · ● words · + help ")
	if d.press("/").see("/   a name, a word, a date"); strings.Contains(d.typeText("y").screen(), "a name, a word") {
		t.Error("the line still says what it takes when it is typed into")
	}
	for w := 12; w <= 60; w++ { // whole, or not at all
		row := strings.TrimSpace(open(t, w, 20).fits().lines()[open(t, w, 20).layout().Query.Min.Y])
		said, _, _ := strings.Cut(row, "   ")
		if said != "/" && !strings.HasSuffix(said, " …") && !strings.Contains(said, "force") {
			t.Errorf("in %d columns: %q", w, row)
		}
	}
	open(t, 120, 40, inASCII()).see("/ type a name, a word, a date ..", "X force - T talks - W words - H help ")
}

// The empty filter line names the families that the record has.
func TestTheEmptyFilterLineNamesTheFamiliesOfTheRecord(t *testing.T) {
	for record, want := range map[string]string{
		"- {date: 2025-05-01, title: One}\n":                                                         "…",
		"- {date: 2025-05-01, title: One, type: strike}\n- {date: 2025-05-02, title: Two}\n":         "× force",
		"- {date: 2025-05-01, title: One, type: aid}\n- {date: 2025, title: Two, type: horoscope}\n": "+ help · • other",
	} {
		d := open(t, 120, 40, yaml(record))
		if got := strings.TrimRight(d.lines()[d.layout().Query.Min.Y], " "); !strings.HasSuffix(got, want) ||
			strings.Contains(got, "talks") {
			t.Errorf("%q has the line %q, want %q at its end", record, got, want)
		}
	}
}

// Who opens the record that comes with the program is told how to open their own, until the first key.
func TestTheFirstScreenSaysHowToOpenOnesOwn(t *testing.T) {
	const hint = "dateline FILE opens your own record"
	for _, size := range []struct{ w, h int }{{120, 40}, {60, 20}, {40, 10}} {
		hinted := func(o *Options, _ *draw.Looks) { o.Hint = hint }
		if d := open(t, size.w, size.h, hinted).see(hint, "45 events"); strings.Contains(d.press("j").screen(), hint) {
			t.Errorf("%v: it stays after a key", size)
		}
	}
}

// The window of the terminal is called after the record, which is safe to write there.
func TestTheWindowIsCalledAfterTheRecord(t *testing.T) {
	for record, want := range map[string]string{
		"title: Talks\nevents: [{date: 2025, title: One}]":                           "Talks – dateline",
		"- {date: 2025, title: One}":                                                 "dateline",
		"title: \"a\\e]0;x\\a\\nb\\u202e\\x9b\"\nevents: [{date: 2025, title: One}]": `a␛]0;x␇ b\u202e\u009b – dateline`,
	} {
		d := open(t, 80, 24, yaml(record))
		if got := d.m.outside.title(d.m); got != want || d.m.outside.window != want {
			t.Errorf("%s: the window is called %q (%q)", record, got, d.m.outside.window)
		}
	}
	d := open(t, 80, 24, yaml("title: "+strings.Repeat("long ", 1000)+"\nevents: [{date: 2025, title: One}]"))
	if n := draw.Cells(d.m.outside.title(d.m)); n > 100 {
		t.Errorf("the name has %d cells", n)
	}
	if d = begun(t, 80, 24); d.m.outside.window != "" {
		t.Errorf("the window is called %q before the record is known", d.m.outside.window)
	}
}

// In the C locale, whose question marks stand for emoji, nothing of the header is cut, nor of what else has emoji.
func TestEmojiInTheCLocaleCutNothing(t *testing.T) {
	withoutUTF8 := func(_ *Options, l *draw.Looks) { l.ASCII, l.NoUTF8 = true, true }
	for _, w := range []int{60, 80, 100, 120, 200} {
		for _, sign := range []string{"🇺🇦", "👨‍👩‍👧‍👦", "1️⃣", "❤️", "👧🏽", "日本"} {
			record := yaml("title: Flag " + sign + "\nevents:\n" +
				"  - {date: 2025-09-08, title: " + sign + " talks, actors: [X " + sign + "], location: Kyiv " + sign + "}\n")
			d := open(t, w, 20, record, withoutUTF8).fits()
			if row := d.titleRow(); !strings.HasPrefix(row, "Flag ") || !strings.Contains(row, "?") || !strings.HasSuffix(row, "- September 2025") {
				t.Errorf("%s at %d columns: %q", sign, w, row)
			}
			d.see("1 event").press("v").fits().see("1 event").press("esc")
			if strings.ContainsFunc(d.m.outside.title(d.m), func(r rune) bool { return r > '~' }) ||
				!strings.HasSuffix(d.m.outside.title(d.m), "- dateline") {
				t.Errorf("%s: the window is called %q", sign, d.m.outside.title(d.m))
			}
		}
	}
}

// The sign of the key that lists problems stands only beside how many there are.
func TestSignOfProblemsHasTheirNumber(t *testing.T) {
	for w := 30; w <= 120; w++ {
		d := open(t, w, 24, yaml(alikes))
		for _, keys := range [][]string{nil, {"a"}, {"esc", "/", "t", "a", "l", "k"}} {
			if row := d.press(keys...).titleRow(); strings.Contains(row, "(!)") && !strings.Contains(row, "3 warnings (!)") {
				t.Errorf("%d columns, after %q: %s", w, keys, row)
			}
		}
	}
}
