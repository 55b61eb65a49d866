package ui

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"dateline/ui/lanes"
	"dateline/ui/outline"
)

// meetings is a record in which A and B meet twice, A and C once, and B speaks alone.
const meetings = `actors:
  - {id: a, name: Anna Alm, kind: person, memberships: [{of: House, role: Head, start: 2020, end: 2024}]}
  - {id: b, name: Bert Bok, kind: person, aliases: [Bertie]}
events:
  - {date: 2020-01-01, title: One, type: meeting, actors: [a, b]}
  - {date: 2021-01-01, title: Two, type: call, actors: [b]}
  - {date: 2023-01-01, title: Three, type: meeting, actors: [b, a]}
  - {date: 2024-06-01, title: Four, type: visit, actors: [a, Cora]}
`

func TestThePickerLeadsToAPageAndBack(t *testing.T) {
	d := open(t, 120, 40).press("a").typeText("rub").press("enter", "a", "right")
	d.see("Marco Rubio", "OFFICES", "Secretary of State, United States", "since 21 January 2025", "WHEN", "WITH",
		"1 Andriy Yermak", "3 events of 45")
	if d.press("esc"); d.mode() != inWho {
		t.Error("Esc does not go back to the picker")
	}
	if d.press("esc"); d.mode() != inList || d.query() != "actor:rubio" {
		t.Errorf("Esc again leaves mode %d and %q", d.mode(), d.query())
	}
}

func TestEveryNameOfAPageIsOneKeyFromBeingTheFilter(t *testing.T) {
	d := open(t, 80, 24, yaml(meetings)).press("a").typeText("anna").press("right").see("Anna Alm", "Head, House",
		"2020–2024", "1 Bert Bok", "2 Cora")
	d.press("2")
	if d.query() != "actor:cora" || d.mode() != inList {
		t.Errorf("2 filters by %q", d.query())
	}
	d.press("u", "i", "enter")
	if d.query() != "actor:a" {
		t.Errorf("Enter on the page filters by %q", d.query())
	}
	if d.press("i", "9").see("no name in sight has the number 9"); d.query() != "actor:a" {
		t.Errorf("9 filters by %q", d.query())
	}
}

func TestAPageLeadsToItsFirstEventAndToOtherPages(t *testing.T) {
	d := open(t, 120, 40, yaml(meetings)).press("G", "i").see("Anna Alm")
	d.press("tab", "tab", "tab") // House, the first event, the last
	if l := d.pageLink(); l.Kind != outline.ToEvent {
		t.Fatalf("the link in focus leads to %q", l.Value)
	}
	d.press("shift+tab", "enter").see("One")
	if d.mode() != inList || d.event().Title != "One" {
		t.Errorf("Enter on the first event goes to %s", d.selected())
	}
	d.press("i", "tab", "i").see("House", "PEOPLE AND BODIES", "Anna Alm")
	if d.press("esc").see("Head, House"); d.mode() != inActor {
		t.Error("Esc does not go back to the page before")
	}
}

func TestDetailLinkOpensThePage(t *testing.T) {
	d := open(t, 120, 40, at(call)).press("tab")
	for d.onLink() && d.link().Value != "rubio" {
		d.press("tab")
	}
	d.press("f16").see("since 21 January 2025", "WITH")
	if d.press("esc"); d.mode() != inDetail || !d.onLink() {
		t.Error("Esc does not go back to the link")
	}
}

// marksOf are the cells of the screen in which the lane of an actor has marks.
func marksOf(d *driver, name string) []int {
	for _, l := range d.lines() {
		if !strings.Contains(l, name) {
			continue
		}
		var at []int
		for i, r := range []rune(l) {
			if strings.ContainsRune("◆◇△", r) {
				at = append(at, i)
			}
		}
		return at
	}
	return nil
}

func TestLanesAlignSharedEvents(t *testing.T) {
	d := open(t, 80, 24, yaml(meetings), withQuery("actor:a,b,cora")).press("v")
	anna, bert, cora := marksOf(d, "Alm  "), marksOf(d, "Bok  "), marksOf(d, "Cora")
	if len(anna) != 3 || len(bert) != 3 || len(cora) != 1 {
		t.Fatalf("marks at %v, %v, %v:\n%s", anna, bert, cora, d.screen())
	}
	if anna[0] != bert[0] || anna[1] != bert[2] || anna[2] != cora[0] || bert[1] <= anna[0] || bert[1] >= anna[1] {
		t.Errorf("marks at %v, %v, %v:\n%s", anna, bert, cora, d.screen())
	}
}

func TestLanesFollowAnActor(t *testing.T) {
	d := open(t, 80, 24, yaml(meetings), withQuery("actor:a,b")).first().press("v", "right").see("Three")
	if d.press("tab").see("Four"); d.event().Title != "Four" {
		t.Errorf("Tab goes to %s", d.selected())
	}
	if d.press("right").see("no further event of Anna Alm"); d.event().Title != "Four" {
		t.Errorf("→ past the end goes to %s", d.selected())
	}
	if d.press("down", "left", "left"); d.event().Title != "Two" {
		t.Errorf("← in Bert's lane goes to %s", d.selected())
	}
	d.press("enter")
	if d.mode() != inDetail {
		t.Error("Enter does not read")
	}
	if d.press("esc"); d.mode() != inLanes {
		t.Error("Esc does not go back to the lanes")
	}
	if d.press("esc"); d.mode() != inList || d.event().Title != "Two" {
		t.Errorf("the list stands at %s", d.selected())
	}
}

func TestLanesAreThoseOfTheFilter(t *testing.T) {
	d := open(t, 120, 40, at(call)).press("v", "2").see("actor:rubio") // the second name of the event
	if got := d.lanes(); got[0] != "rubio" || len(got) < 3 {
		t.Errorf("the lanes are those of %q", got)
	}
	d.press("a").typeText("lavrov").press("enter")
	if d.mode() != inLanes || len(d.lanes()) != 2 {
		t.Errorf("in mode %d there are %d lanes", d.mode(), len(d.lanes()))
	}
}

func TestLanesToScaleCountEvents(t *testing.T) {
	d := open(t, 80, 24, yaml(meetings)).press("v", "v").see("by day")
	for _, l := range d.lines() {
		if !strings.Contains(l, "Bok") {
			continue
		}
		if _, marks, _ := strings.Cut(l, "Bok  "); strings.Count(marks, "1") != 3 {
			t.Errorf("Bert's lane counts %q", l)
		}
		break
	}
	d.press("v").see("by event")
}

// TestManyEventsAreCountedToScale holds that lanes of more events than a few screens begin to scale.
func TestManyEventsAreCountedToScale(t *testing.T) {
	open(t, 80, 24, yaml(manyEvents(300))).press("v").see("by year")
	open(t, 80, 24, yaml(manyEvents(30))).press("v").see("by event")
}

// TestLanesOfAnyRecordFit opens panel, page and lanes on records that are odd.
func TestLanesOfAnyRecordFit(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":      "",
		"undated":      "events:\n  - {title: Some day, actors: [A, B]}\n  - {title: Another, actors: [B]}\n",
		"one":          "events:\n  - {date: 2020, title: One, actors: [A]}\n",
		"nobody":       "events:\n  - {date: 2020, title: One}\n  - {date: 2021, title: Two}\n",
		"open ends":    "events:\n  - {date: ../2020, title: One, actors: [A]}\n  - {date: 2021/.., title: Two, actors: [A]}\n",
		"all of time":  "events:\n  - {date: -5000, title: One, actors: [A]}\n  - {date: Y17000, title: Two, actors: [A, B]}\n",
		"wide letters": "events:\n  - {date: 2020-01-01, title: 会談, actors: [習近平国家主席の長い名前, \"\\u202eevil\"]}\n",
	} {
		t.Run(name, func(t *testing.T) {
			for _, s := range []struct{ w, h int }{{1, 1}, {7, 3}, {20, 8}, {60, 20}, {130, 40}} {
				d := open(t, s.w, s.h, yaml(text)).fits()
				for _, k := range strings.Fields("a tab right tab esc esc v down right tab v left end home enter esc i tab i esc 1 v v esc u") {
					d.press(k).fits()
				}
			}
		})
	}
}

// TestTheRecordMayChangeBeneathPageAndLanes reloads while a page and lanes are open, into a record without their
// actors.
func TestTheRecordMayChangeBeneathPageAndLanes(t *testing.T) {
	d := open(t, 120, 40, yaml(meetings)).press("v", "down", "i").see("WHEN")
	d.nextFiles(file("other.yaml", "events:\n  - {date: 2020, title: Other}\n"))
	d.reload()
	d.fits().see("Other")
	if d.mode() != inLanes {
		t.Errorf("the mode is %d", d.mode())
	}
	d.nextFiles(file("other.yaml", strings.Replace(meetings, "actors:\n", "actors:\n  - {id: z, name: Zoe}\n", 1)))
	d.reload()
	d.fits().see("Anna Alm", "Bok")
}

// BenchmarkLanes draws lanes of 200×60 after a step along one, by event and to scale.
func BenchmarkLanes(b *testing.B) {
	for _, toScale := range []bool{false, true} {
		for _, n := range []int{1000, 10_000, 100_000} {
			b.Run(fmt.Sprintf("scale=%t/%d", toScale, n), func(b *testing.B) {
				d := bench(b, 200, 60, manyEvents(n))
				d.update(keyMsg("v"))
				d.lanesToScale(toScale)
				on, back := keyMsg("right"), keyMsg("left")
				for i := 0; b.Loop(); i++ {
					if i%20 < 10 {
						d.update(on)
					} else {
						d.update(back)
					}
					d.frame()
				}
			})
		}
	}
}

// BenchmarkLanesOpened opens lanes that were never open, in 200×60.
func BenchmarkLanesOpened(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		if testing.Short() && n > 100_000 {
			continue
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := bench(b, 200, 60, manyEvents(n))
			open, out := keyMsg("v"), keyMsg("esc")
			for b.Loop() {
				d.m.panes.lanes = lanes.Lanes{}
				d.update(open)
				d.frame()
				d.update(out)
			}
		})
	}
}

// TestCountsInLanesDoNotRunTogether looks at lanes by day in every width: counts are digits only where a blank or a line
// comes after each.
func TestCountsInLanesDoNotRunTogether(t *testing.T) {
	two, named := regexp.MustCompile(`[0-9][0-9]`), regexp.MustCompile(`^\D+[0-9,]+ `)
	for w := 30; w <= 200; w += 3 {
		d := open(t, w, 40).press("v", "v").fits()
		r := d.layout().List
		if r.Empty() || !strings.Contains(d.screen(), "by day") {
			continue
		}
		for n, line := range d.lines()[r.Min.Y+2 : r.Max.Y] {
			if strings.HasPrefix(line, "  ") { // the title of the event
				continue
			}
			if run := two.FindString(named.ReplaceAllString(line, "")); run != "" {
				t.Fatalf("on %d cells lane %d has %q: %q", w, n, run, line)
			}
		}
	}
}

// TestThePageOfAnActorFollowsTheDatesAskedFor opens a page under a filter by date.
func TestThePageOfAnActorFollowsTheDatesAskedFor(t *testing.T) {
	d := open(t, 120, 60, withQuery("actor:zelensky")).press("i").see("WHEN", "Apr ’25", "Jan ’26")
	d.press("esc", "esc", "/").typeText(" date:2025-09").press("enter", "i").see("WHEN", "Sep ’25")
	for _, line := range d.lines()[d.layout().Panes.Min.Y:] {
		if strings.Contains(line, "Apr ’25") || strings.Contains(line, "Jan ’26") {
			t.Errorf("the axis of September has %q", line)
		}
	}
}

// TestLanesShowTheIslandThatWasEntered goes into September in lanes by day, and along a lane out of it.
func TestLanesShowTheIslandThatWasEntered(t *testing.T) {
	d := open(t, 120, 40, at(call)).press("v", "v", "z")
	names := func() string { return d.lines()[d.layout().List.Min.Y] }
	if got := names(); !strings.Contains(got, "Sep") || strings.Contains(got, "Jan") {
		t.Errorf("the lanes of September are under %q", got)
	}
	d.press("end")
	if got := names(); !strings.Contains(got, "Jan") || strings.Contains(got, "Sep") {
		t.Errorf("the lanes of January are under %q", got)
	}
	if d.press("Z"); !strings.Contains(names(), "’22") {
		t.Errorf("the lanes of all are under %q", names())
	}
	if d.press("T"); strings.Contains(d.lines()[d.layout().List.Min.Y+1], "╱") {
		t.Error("at true scale lanes have folds")
	}
}

// TestCountsInLanesHaveTheColourOfTheirEvents holds that by day, as by event, a mark is in the colour of what happened.
func TestCountsInLanesHaveTheColourOfTheirEvents(t *testing.T) {
	d := open(t, 100, 30, yaml(`events:
  - {date: 2025-01-01, title: One, type: strike, actors: [Anna, Bert]}
  - {date: 2025-01-02, title: Two, type: strike, actors: [Anna, Bert]}
  - {date: 2025-01-05, title: Three, type: aid, actors: [Bert, Carl]}
  - {date: 2025-01-07, title: Four, type: strike, actors: [Bert]}
`)).press("v", "v").see("by day").press("G", "g")
	size := d.layout().List.Size()
	rows := d.m.panes.lanes.Draw(d.m.session, d.m.theme, size, true)
	for _, c := range []struct{ name, kind string }{{"Anna", "strike"}, {"Carl", "aid"}} {
		style := string(d.m.theme.Families[d.record().Family(c.kind)])
		for _, row := range rows {
			if strings.Contains(row, c.name) && !strings.Contains(row, style+"1") {
				t.Errorf("the lane of %s is not in the colour of %s: %q", c.name, c.kind, row)
			}
		}
	}
}
