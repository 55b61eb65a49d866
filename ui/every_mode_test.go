package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// everyPane is a record with something for every pane to show: a mistake, actors, and figures that form a series.
const everyPane = `title: Nights
description: Who counted what is told here.
actors:
  - {id: monitors, name: Monitors, kind: organization, aliases: [The Watch]}
  - {id: navy, name: Navy, kind: organization}
events:
  - {date: 2025-01-10, title: First night, id: first, type: strike, actors: [monitors],
     figures: [{label: drones fired, value: 1200}]}
  - {date: 2025-03-05, title: Third night, id: third, type: strike, actors: [monitors, navy], location: Harbour,
     figures: [{label: drones fired, value: 400}], notes: [a, b, c, d, e, f]}
  - {date: 2025-05-05, title: Calm, titel: Quiet, type: pause}
`

// TestEveryModeShowsItsPane opens every mode there is and finds there what its pane shows and no other. The screen is
// narrow, so that no pane is beside another. What is looked for is text or, for what differs in colour only, a style.
func TestEveryModeShowsItsPane(t *testing.T) {
	for now, name := range modeNames(t) {
		opened, ok := paneOf[mode(now)]
		if !ok {
			t.Errorf("%s is not opened by this test", name)
			continue
		}
		d := open(t, 56, 16, yaml(everyPane), withQuery("type:strike"), at("third"), in256).press(opened.keys...)
		if d.mode() != mode(now) {
			t.Errorf("%v lead to mode %d, want %s", opened.keys, d.mode(), name)
		}
		for other, one := range paneOf {
			shown := strings.Contains(d.screen(), one.shows) || strings.Contains(d.m.View(), one.shows)
			switch {
			case other == mode(now) && !shown:
				t.Errorf("%s does not show %q:\n%s", name, one.shows, d.screen())
			case other != mode(now) && shown && !slices.Contains(one.under, mode(now)):
				t.Errorf("%s shows %q, which is of the pane of mode %d:\n%s", name, one.shows, other, d.screen())
			}
		}
	}
}

// paneOf is how each mode is opened, what only its pane shows, and the modes that leave that pane in sight.
var paneOf = map[mode]struct {
	keys  []string
	shows string
	under []mode
}{
	inList:      {nil, "┊  8 weeks", []mode{inQueryLine, inOverview, inChips, inWho}},
	inDetail:    {[]string{"right"}, "strike · Harbour", []mode{inReading}},
	inReading:   {[]string{"right", "right"}, "‹ 2 of 2", nil},
	inQueryLine: {[]string{"/"}, "/ type:strike   ", nil},
	inWho:       {[]string{"a"}, "WHO  ", nil},
	inActor:     {[]string{"i"}, "also The Watch", nil},
	inLanes:     {[]string{"v"}, "by event", nil},
	inProblems:  {[]string{"!"}, "unknown key `titel`", nil},
	inChart:     {[]string{"c"}, "DRONES FIRED", nil},
	inBox:       {[]string{":", "m", "a", "y"}, ": may", nil},
	inOverview:  {[]string{"t"}, "a column is a day", nil},
	inChips:     {[]string{"F"}, "mtype:strike [x]", nil}, // after a style: elsewhere a part is in several colours
	inSaved:     {[]string{"'"}, "Nothing is kept yet.", []mode{inNaming}},
	inAbout:     {[]string{"I"}, "IN THIS RECORD", nil},
	inCompare:   {[]string{"=", "=", "n", "a", "v", "y", "enter"}, "together 1", nil},
	inWrite:     {[]string{"Y"}, "plain text", []mode{inFile}},
	inFile:      {[]string{"Y", "Y"}, "Enter write the file", nil},
	inNaming:    {[]string{"'", "s"}, "Enter alone calls it type:strike", nil},
}

// modeNames returns the names of all modes, in the order of their values.
func modeNames(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "modes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range file.Decls {
		block, ok := d.(*ast.GenDecl)
		if !ok || block.Tok != token.CONST {
			continue
		}
		var names []string
		for _, s := range block.Specs {
			names = append(names, s.(*ast.ValueSpec).Names[0].Name)
		}
		return names
	}
	t.Fatal("modes.go has no modes")
	return nil
}

// In the detail Enter goes to the first link and the arrows from there to every other, with all that is between them
// on the way.
func TestArrowsAloneReachEveryLink(t *testing.T) {
	for _, h := range []int{12, 24, 40} {
		d := open(t, 80, h, at(call)).press("right")
		if d.onLink() {
			t.Fatal("a link is in focus at once")
		}
		links := func(key string) (list []string) {
			for range 120 {
				l, ok := (reads{d.m}).page().Link()
				if name := l.Value; ok && !slices.Contains(list, name) {
					list = append(list, name)
				}
				d.press(key).fits()
			}
			return list
		}
		byTab := links("tab")
		d = open(t, 80, h, at(call)).press("right", "enter")
		if !d.onLink() || d.mode() != inDetail {
			t.Fatalf("%d rows: Enter goes to no link:\n%s", h, d.screen())
		}
		down := links("down")
		up := links("up")
		if slices.Reverse(up); len(down) < 5 || !slices.Equal(down, up) {
			t.Errorf("%d rows: down are %q, up %q", h, down, up)
		}
		for _, one := range byTab {
			if !slices.Contains(down, one) {
				t.Errorf("%d rows: %q is not reached", h, one)
			}
		}
		if d.press("down", "enter"); d.query() == "" && d.selected() == call {
			t.Errorf("%d rows: Enter does not follow the link", h)
		}
	}
}
