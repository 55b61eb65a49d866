package ui

import "testing"

// signNames is a record of those whose names have signs, or nothing else.
const signNames = `actors:
  - {id: punct, name: "???"}
  - {id: rocket, name: "🚀", aliases: ["★★"]}
  - {id: minus, name: "-minus"}
  - {id: par, name: (Par) en}
  - {id: other, name: "actor:x"}
  - {id: whole, name: "x [x]"}
events:
  - {date: 2024-01-01, title: One, location: "***", tags: ["§"], actors: [punct, Common]}
  - {date: 2024-02-01, title: Two, actors: [rocket, Common]}
  - {date: 2024-03-01, title: Three, actors: [minus, Common]}
  - {date: 2024-04-01, title: Four, actors: [par, Common]}
  - {date: 2024-05-01, title: Five, actors: [other, Common]}
  - {date: 2024-06-01, title: Six, actors: [other, Common]}
  - {date: 2024-07-01, title: Seven, actors: [whole, Common]}
`

// TestSignsFindTheNamesThatHaveThem types signs as they are written, and whole names, which come before others.
func TestSignsFindTheNamesThatHaveThem(t *testing.T) {
	for _, size := range whoSizes {
		for typed, want := range map[string]string{
			"???": "actor:punct", "?": "actor:punct", "-???": "-actor:punct", "🚀": "actor:rocket", "★": "actor:rocket",
			"-minus": "actor:minus", "--minus": "-actor:minus", "(": "actor:par", "x [x]": "actor:whole", "X X": "actor:whole",
			"actor:x": "actor:other",
		} {
			d := open(t, size.X, size.Y, yaml(signNames)).press("a").typeText(typed).press("enter")
			if d.query() != want || d.mode() != inList {
				t.Errorf("Enter after %q asks for %q, want %q:\n%s", typed, d.query(), want, d.screen())
			}
		}
	}
	open(t, 100, 30, yaml(signNames)).press("a").typeText("★").see("🚀  also ★★")
	for asked, want := range map[string]int{
		"actor:???": 1, "actor:?": 1, "actor:🚀": 1, "-actor:???": 6, "location:***": 1, "location:*": 1, "tag:§": 1,
		`actor:"–"`: 0, "location:–": 0,
	} {
		if d := open(t, 100, 30, yaml(signNames), withQuery(asked)); d.listed() != want {
			t.Errorf("%s shows %d events, want %d", asked, d.listed(), want)
		}
	}
}

// TestWhatFindsNobodyIsSaid presses Enter and Tab after what is nobody's name: nothing is asked and nothing is lost.
func TestWhatFindsNobodyIsSaid(t *testing.T) {
	for _, size := range whoSizes {
		for typed, says := range map[string]string{
			"???": "no actor is called “???”", "–": "no actor is called “–”", "..": "no actor is called “..”",
			"zzz": "no actor is called “zzz”", "-zzz": "no actor is called “zzz”", "🚀": "no actor is called “🚀”",
			"-": "a name goes after “-”", "!": "a name goes after “!”",
		} {
			for _, key := range []string{"enter", "tab"} {
				d := open(t, size.X, size.Y).press("a").typeText("yer").press("tab").typeText(typed)
				asked := d.query()
				if d.press(key).fits().see(says); d.mode() != inWho || d.m.panes.who.Text() != typed || d.query() != asked {
					t.Errorf("%s after %q: mode %d, %q is asked:\n%s", key, typed, d.mode(), d.query(), d.screen())
				}
				if d.press("ctrl+u", "enter"); d.query() != "actor:yermak" {
					t.Errorf("%q, taken back, leaves %q", typed, d.query())
				}
			}
		}
	}
}

// TestTheWholeNameComesFirst even where it would give nothing and others that begin so would.
func TestTheWholeNameComesFirst(t *testing.T) {
	const record = `events:
  - {date: 2024-01-01, title: One, type: call, actors: [Ann Bell Bok, Bell]}
  - {date: 2024-02-01, title: Two, type: call, actors: [Ann Bell Bok]}
  - {date: 2024-03-01, title: Three, type: visit, actors: [Ann Bell]}
`
	for _, query := range []string{"", "type:call"} {
		d := open(t, 100, 30, yaml(record), withQuery(query)).press("a").typeText("ann bell")
		if d.whoID() != "ann-bell" {
			t.Errorf("%q: the cursor is on %q", query, d.whoID())
		}
	}
}
