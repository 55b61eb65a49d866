package load

import "testing"

// A key of the head costs nothing below it, however its one line is written.
func TestBrokenHeadKeyCostsNoEvent(t *testing.T) {
	list := "  - date: 2025\n    title: a\n  - date: 2026\n    title: b\n"
	want := []string{"2025|a", "2026|b"}
	for name, test := range map[string]struct {
		text    string
		problem string
	}{
		"no colon":              {"title: T\nevents\n" + list, "2:1 `events` is followed by no colon"},
		"no colon in line 1":    {"events\n" + list, "1:1 `events` is followed by no colon"},
		"no colon, at the edge": {"title: T\nevents\n- {date: 2025, title: a}\n- {date: 2026, title: b}\n", "2:1 `events` is followed"},
		"a semicolon":           {"title: T\nevents;\n" + list, "2:1 `events` is followed by no colon"},
		"an equals sign":        {"title: T\nevents =\n" + list, "2:1 `events` is followed by no colon"},
		"indented":              {"title: T\n  events:\n" + list, "2:3 `events` is indented"},
		"actors":                {"actors\n  - {id: x, name: X}\nevents:\n" + list, "1:1 `actors` is followed by no colon"},
		"sources below":         {"events:\n" + list + "sources\n  - {id: x, title: X}\n", "6:1 `sources` is followed by no colon"},
		"without its s":         {"title: T\nevent:\n" + list, "2:1 unknown key `event`"},
		"a capital letter":      {"title: T\nEvents:\n" + list, "2:1 unknown key `Events`"},
		"gone":                  {"title: T\nsources:\n  - {id: s, title: S}\n" + list, "4:5 `events:` is missing above this item"},
		"another word":          {"title: T\ntimeline:\n" + list, "2:1 `timeline` holds 2 events"},
		"of an event":           {"tags:\n" + list, "1:1 `tags` holds 2 events"},
		"misspelt":              {"title: T\nevnts:\n" + list, "2:1 unknown key `evnts`"},
	} {
		t.Run(name, func(t *testing.T) { checkTold(t, test.text, want, []string{test.problem}) })
	}
}

// The first line of a list of events costs no more than itself, whatever it has in the place of its hyphen.
func TestBrokenFirstLineCostsNoEvent(t *testing.T) {
	rest := "  title: a\n- date: 2026\n  title: b\n- date: 2027\n  title: c\n"
	want := []string{"2025|a", "2026|b", "2027|c"}
	for _, above := range []string{"", "# a comment\n\n", "---\n", "\ufeff"} {
		line := map[string]string{"": "1", "# a comment\n\n": "3", "---\n": "2", "\ufeff": "1"}[above]
		for first, problem := range map[string]string{
			"-date: 2025\n":  ":1 the hyphen is followed by no space",
			"– date: 2025\n": ":1 `–` is not the hyphen that an item begins with",
			"* date: 2025\n": ":1 `*` is not the hyphen that an item begins with",
			"  date: 2025\n": ":3 the hyphen is missing before `date`",
			"date: 2025\n":   ":1 the hyphen is missing before `date`",
		} {
			t.Run(above+first, func(t *testing.T) { checkTold(t, above+first+rest, want, []string{line + problem}) })
		}
	}
	for _, text := range []string{
		"events:\n-date: 2025\n" + rest, "events:\n– date: 2025\n" + rest, "events:\n  date: 2025\n" + rest,
		"title: T\nevents:\n-{date: 2025, title: a}\n- {date: 2026, title: b}\n- {date: 2027, title: c}\n",
		"-{date: 2025, title: a}\n- {date: 2026, title: b}\n- {date: 2027, title: c}\n",
		"{date: 2025, title: a}\n- {date: 2026, title: b}\n- {date: 2027, title: c}\n",
		"–  {date: 2025, title: a}\n- {date: 2026, title: b}\n- {date: 2027, title: c}\n",
	} {
		p := loadText(t, "record.yaml", text)
		if got := told(p); len(got) != 3 || got[0] != want[0] || p.Problems.Errors() != 1 {
			t.Errorf("%s\n%q\n%s", text, got, p.Problems)
		}
	}
	checkTold(t, "-date: 2025\n  title: a\n", []string{"2025|a"}, []string{"1:1 the hyphen is followed by no space"})
}
