package ui

import (
	"fmt"
	"image"
	"regexp"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// whoRow is what the rail or the picker shows in the line of an actor or another name, with blanks made one.
func (d *driver) whoRow(name string) string {
	d.t.Helper()
	for _, row := range d.whoRows() {
		if strings.Contains(row, name) {
			return strings.Join(strings.Fields(row), " ")
		}
	}
	d.t.Fatalf("no line of the rail or the picker has %q:\n%s", name, d.screen())
	return ""
}

// whoRows are the rows of the rail, or of the picker.
func (d *driver) whoRows() []string {
	var rows []string
	r := d.layout().Who()
	for _, line := range d.lines()[r.Min.Y:r.Max.Y] {
		rows = append(rows, ansi.Cut(line, r.Min.X, r.Max.X))
	}
	return rows
}

// whoSizes are the sizes of a picker and of a rail.
var whoSizes = []image.Point{{80, 24}, {160, 48}}

// hyphens is a record of those whose names have blanks, hyphens and apostrophes.
const hyphens = `events:
  - {date: 2024-01-01, title: One, actors: [Elon Musk, JD-Vance, "Rory O'Brien"]}
  - {date: 2024-02-01, title: Two, actors: [Elon Musk, Anna Alm]}
  - {date: 2024-03-01, title: Three, actors: [Bert Bok]}
`

// TestNamesAreTypedAsTheyAreWritten holds for what used to be commands: blanks, hyphens, apostrophes, signs and digits.
func TestNamesAreTypedAsTheyAreWritten(t *testing.T) {
	for _, size := range whoSizes {
		for typed, want := range map[string]string{
			"Elno Msk": "elon-musk", "elon musk": "elon-musk", "jd-v": "jd-vance", "o'br": "rory-obrien",
			"o’brien r": "rory-obrien", "+elon": "elon-musk", "anna 1=": "",
		} {
			d := open(t, size.X, size.Y, yaml(hyphens)).press("a").typeText(typed)
			if d.whoID() != want {
				t.Errorf("%q finds %q, want %q:\n%s", typed, d.whoID(), want, d.screen())
			}
			d.see(typed)
			if d.press("enter"); want != "" && d.query() != "actor:"+want {
				t.Errorf("Enter after %q asks for %q", typed, d.query())
			}
		}
	}
}

// TestEveryPrintableKeyIsText presses all that are bound somewhere, and some that are not, in the line of the picker.
func TestEveryPrintableKeyIsText(t *testing.T) {
	d := open(t, 160, 48).press("a")
	text := ""
	for _, key := range append(anyKey, " ", "+", "=", "-", "'", "0", "ї") {
		if len([]rune(key)) == 1 && key != "\x7f" {
			d.press(key)
			text += key
		}
	}
	if d.mode() != inWho || d.m.panes.who.Empty() {
		t.Fatalf("keys lead out of the picker: %s", d.screen())
	}
	if got := d.m.panes.who.Text(); got != text {
		t.Errorf("typed is %q, want %q", got, text)
	}
}

func TestAPastedNameIsText(t *testing.T) {
	d := open(t, 80, 24).press("a")
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("Marco Rubio"), Paste: true})
	if d.see("WHO  Marco Rubio").press("enter"); d.query() != "actor:rubio" {
		t.Errorf("the filter is %q", d.query())
	}
}

// TestASecondActorKeepsTheFirst types a second name in full, and ticks it or not: nobody who was chosen is lost.
func TestASecondActorKeepsTheFirst(t *testing.T) {
	for _, size := range whoSizes {
		for _, last := range [][]string{{"enter"}, {"tab", "enter"}} {
			d := open(t, size.X, size.Y).press("a").typeText("marco rubio").press("enter")
			d.press("a").typeText("trump administration").see("4 of 45 would be left").press(last...)
			if d.query() != "actor:rubio,trump-administration" || d.listed() != 4 {
				t.Errorf("%v leave %q with %d events", last, d.query(), d.listed())
			}
			if d.press("u"); d.query() != "actor:rubio" {
				t.Errorf("undo leaves %q", d.query())
			}
		}
		d := open(t, size.X, size.Y).press("a").typeText("yer").press("tab").typeText("rub").press("tab", "ctrl+t")
		if d.see("2 of 45 would be left").press("enter"); d.query() != "actor:yermak actor:rubio" || d.listed() != 2 {
			t.Errorf("Enter after two ticks shows %q with %d events", d.query(), d.listed())
		}
		if d.press("a", "enter"); d.query() != "actor:yermak actor:rubio" {
			t.Errorf("Enter at once leaves %q", d.query())
		}
	}
}

// TestAnActorSpelledOtherwiseIsTicked holds for a filter that was typed with a name, not with an id.
func TestAnActorSpelledOtherwiseIsTicked(t *testing.T) {
	d := open(t, 80, 24, withQuery(`actor:"Marco Rubio"`)).press("a").see("chosen: ✓ Rubio")
	if d.press("tab", "enter"); d.query() != "" {
		t.Errorf("Tab on the one that is ticked leaves %q", d.query())
	}
}

func TestTicksAreOneStepOfUndo(t *testing.T) {
	d := open(t, 80, 24, withQuery("type:statement")).press("a", "tab", "down", "tab", "down", "delete").press("enter")
	if d.press("u"); d.query() != "type:statement" || d.undoable() {
		t.Errorf("undo leaves %q, and is there more: %t", d.query(), d.undoable())
	}
}

// TestEscGivesBackWhatWasBefore ticks, types and excludes, and looks at the whole screen after Esc.
func TestEscGivesBackWhatWasBefore(t *testing.T) {
	for _, size := range []image.Point{{80, 24}, {120, 40}, {160, 48}, {40, 12}} {
		for _, settings := range [][]setting{nil, {withQuery("actor:trump")}, {withQuery("actor:trump -type:strike")}} {
			d := open(t, size.X, size.Y, settings...)
			for range 9 {
				d.press("down")
			}
			d.press("K", "up")
			before, view := d.screen(), d.view()
			d.press("a").typeText("yer").press("tab").typeText("rub").press("delete", "down", "ctrl+t", "down", "esc")
			if d.screen() != before || d.view() != view {
				t.Errorf("%v: Esc leaves\n%s\nwant\n%s", size, d.screen(), before)
			}
		}
	}
}

func TestAnyAndAllOfTheTicked(t *testing.T) {
	d := open(t, 80, 24, yaml(meetings)).press("a").typeText("anna").press("tab").typeText("bert").press("tab")
	if d.see("meet: [any]"); d.query() != "actor:a,b" || d.listed() != 4 {
		t.Fatalf("%q shows %d", d.query(), d.listed())
	}
	if d.press("ctrl+t").see("[all]"); d.query() != "actor:a actor:b" || d.listed() != 2 {
		t.Fatalf("%q shows %d", d.query(), d.listed())
	}
	if d.press("ctrl+t").see("[side by side]"); d.query() != "actor:a actor:b" {
		t.Errorf("^t again leaves %q", d.query())
	}
	if d.press("ctrl+t").see("[any]"); d.query() != "actor:a,b" {
		t.Errorf("^t for the third time leaves %q", d.query())
	}
}

func TestAnActorIsExcluded(t *testing.T) {
	for _, keys := range [][]string{
		{"b", "e", "r", "t", "delete", "enter"},
		{"-", "b", "e", "r", "t", "enter"},
		{"!", "b", "e", "r", "t", "tab", "enter"},
	} {
		d := open(t, 80, 24, yaml(meetings)).press("a").press(keys...)
		if d.query() != "-actor:b" || d.listed() != 1 {
			t.Errorf("%v leave %q with %d events", keys, d.query(), d.listed())
		}
		if d.press("a").typeText("bert").see("− Bert Bok").press("delete", "enter"); d.query() != "" {
			t.Errorf("the same again leaves %q", d.query())
		}
	}
	d := open(t, 80, 24, yaml(meetings)).press("a").typeText("bert").press("left", "delete")
	if d.see("WHO  ber "); strings.Contains(d.query(), "-actor") {
		t.Error("Del within the name excludes")
	}
}

func TestBackspaceInTheEmptyLineTakesTheLastTickOff(t *testing.T) {
	d := open(t, 80, 24, withQuery("type:meeting")).press("a").typeText("yer").press("tab").typeText("rub").press("tab")
	for _, want := range []string{"type:meeting actor:yermak", "type:meeting"} {
		d.press("backspace")
		if got := d.m.panes.who.Ticked().String(); got != want {
			t.Errorf("left is %q, want %q", got, want)
		}
	}
	d.press("backspace").see("nothing is ticked")
}

// TestCountsAndPulsesFollowTheFilter changes the filter and reads other counts and other pulses, in the rail and in the
// picker, and in the sections of the rail.
func TestCountsAndPulsesFollowTheFilter(t *testing.T) {
	d := open(t, 160, 48)
	all, sides, types := d.whoRow("Zelensky"), d.whoRow("Ukraine ▸"), d.whoRow("● statement")
	d.press("/").typeText("type:statement").press("enter")
	some := d.whoRow("Zelensky")
	if all == some || count(all) <= count(some) || count(some) == 0 || pulse(all) == pulse(some) {
		t.Errorf("under type:statement the line is %q, before it was %q", some, all)
	}
	if got := d.whoRow("Ukraine ▸"); got == sides {
		t.Errorf("the side stays %q", got)
	}
	if got := d.whoRow("● statement"); count(got) != count(types) { // under the filter without types
		t.Errorf("statements are %q, were %q", got, types)
	}
	d = open(t, 80, 24).press("a")
	all = d.whoRow("Zelensky")
	d.press("esc", "/").typeText("type:statement").press("enter", "a")
	if got := d.whoRow("Zelensky"); count(got) != count(some) || pulse(got) == pulse(all) {
		t.Errorf("in the picker the line is %q, before it was %q", got, all)
	}
}

// count is the number at the end of a line of the rail or the picker, pulse what is before it.
func count(row string) (n int) {
	fields := strings.Fields(strings.TrimSuffix(row, " −")) // which is for the mouse
	_, _ = fmt.Sscan(fields[len(fields)-1], &n)
	return n
}

func pulse(row string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" ·▁▂▃▄▅▆▇█", r) {
			return r
		}
		return -1
	}, row)
}

// TestWhatGivesNothingComesLast looks below the rule that says why.
func TestWhatGivesNothingComesLast(t *testing.T) {
	d := open(t, 160, 60, in256, withQuery("actor:yermak"))
	rows, rule := d.whoRows(), -1
	for n, row := range rows {
		if strings.Contains(row, "─ not with Yermak ──") {
			rule = n
		}
	}
	if rule < 0 || count(rows[rule-1]) == 0 || count(rows[rule+1]) != 0 {
		t.Fatalf("no rule between those with Yermak and the others:\n%s", d.screen())
	}
	name := strings.TrimSpace(rows[rule+1][:20])
	if !strings.Contains(d.frame(), string(d.theme().Faint)+name) {
		t.Errorf("%q is not dimmed", name)
	}
	d = open(t, 80, 24, withQuery("type:strike")).press("a").typeText("r")
	d.see("─ would give nothing ──")
}

// TestTheListIsWhatWouldBeLeft holds for the line under the cursor, for a name that is typed, and for ticks.
func TestTheListIsWhatWouldBeLeft(t *testing.T) {
	d := open(t, 80, 24).press("a").typeText("rub").see("3 of 45 would be left", "─ what would be left ──", "Kuala Lumpur")
	if d.listed() != 3 || d.undoable() {
		t.Errorf("%d events are listed", d.listed())
	}
	d.press("tab").typeText("nobody who is known").see("3 of 45 would be left", "No actor is called so.", "Backspace")
	d.press("ctrl+u").typeText("lav").see("or Lavrov")
	if d.press("esc"); d.listed() != d.record().Len() {
		t.Errorf("Esc leaves %d events", d.listed())
	}
}

// TestThePickerOffTheLoop searches off the loop, as in large records: the letters, Enter and Esc lead to the same.
func TestThePickerOffTheLoop(t *testing.T) {
	for _, last := range []string{"enter", "esc"} {
		for _, size := range whoSizes {
			here, away := open(t, size.X, size.Y), open(t, size.X, size.Y).askAway()
			for _, d := range []*driver{here, away} {
				d.press("a").typeText("yer").press("tab").typeText("rub").press("tab", "ctrl+t", last)
			}
			if here.screen() != away.screen() {
				t.Errorf("%s off the loop leaves\n%s\nwant\n%s", last, away.screen(), here.screen())
			}
		}
	}
}

// TestWhatMatchedIsLit holds on the row under the cursor and on others, in the name and in an alias.
func TestWhatMatchedIsLit(t *testing.T) {
	record := "actors:\n  - {name: Anna Borg, aliases: [Boris]}\n  - {name: Anna Alm, aliases: [Bok]}\nevents:\n" +
		"  - {date: 2020, title: One, actors: [Bo, Anna Borg]}\n  - {date: 2021, title: Two, actors: [Bo, Anna Alm]}\n"
	d := open(t, 80, 24, yaml(record), in256).press("a").typeText("bo")
	underlined := regexp.MustCompile(`\x1b\[([0-9;]*;)?4(;[0-9;]*)?mBo\x1b\[`)
	for _, row := range []string{"▌  Bo ", "   Anna Borg ", "   Anna Alm  also Bok"} {
		n := 0
		for i, line := range d.lines() {
			if strings.HasPrefix(line, row) {
				n = i
			}
		}
		line := strings.Split(d.frame(), "\n")[n]
		if n == 0 || !underlined.MatchString(line) {
			t.Errorf("in the row of %q what was typed is not lit: %q\n%s", row, line, d.screen())
		}
	}
}

// TestNamesAreWholeWhileCellsAreFree holds for a long name among short ones, from 60 columns on.
func TestNamesAreWholeWhileCellsAreFree(t *testing.T) {
	const name = "Office of the President of Ukraine"
	for w := 50; w < 240; w++ {
		if d := open(t, w, 40).press("a").typeText("office"); !strings.Contains(strings.Join(d.whoRows(), "\n"), name) &&
			d.layout().Rail.Empty() {
			t.Errorf("at %d columns the name is cut:\n%s", w, d.screen())
		}
	}
}

// TestPulsesAtEveryWidth holds from 40 columns on, in the picker and in the rail.
func TestPulsesAtEveryWidth(t *testing.T) {
	for w := 40; w < 240; w++ {
		if d := open(t, w, 40).press("a"); !strings.ContainsAny(d.whoRow("Zelensky"), "▁▂▃▄▅▆▇█") {
			t.Errorf("at %d columns there is no pulse: %q", w, d.whoRow("Zelensky"))
		}
	}
}

// TestTheAliasThatMatchedIsSaid types names in a script in which the record does not have them first.
func TestTheAliasThatMatchedIsSaid(t *testing.T) {
	open(t, 120, 40).press("a").typeText("зеленськ").see("Volodymyr Zelensky  also Зеленський")
	open(t, 160, 48).press("a").typeText("марко").see("Marco Rubio", "also")
}

// TestDeadKeysOfThePickerSayWhy presses those that find nothing to act on.
func TestDeadKeysOfThePickerSayWhy(t *testing.T) {
	for _, key := range []string{"tab", "delete", "ctrl+o"} {
		open(t, 80, 24).press("a").typeText("qqqq").press(key).see("no actor is called “qqqq”")
	}
	open(t, 80, 24).press("a").typeText("qqqq").press("right").see("only an actor has a page")
	open(t, 80, 24).press("a", "ctrl+t").see("any or all of whom?")
	open(t, 80, 24).press("a", "backspace").see("nothing is ticked")
}

// TestRailsOfOddRecordsFit opens the rail on records without actors, types, dates or events.
func TestRailsOfOddRecordsFit(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "nobody": "events:\n  - {date: 2020, title: One, type: call}\n",
		"undated": "events:\n  - {title: One, actors: [A, B]}\n", "no types": hyphens,
		"wide": "events:\n  - {date: 2020-01-01, title: 会談, actors: [習近平国家主席の長い名前です, \"\\u202eevil\"]}\n",
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, 150, 20, yaml(text)).fits()
			for _, key := range []string{"a", "down", "tab", "x", "ctrl+u", "up", "up", "right", "delete", "enter", "u", "a", "esc"} {
				d.press(key).fits()
			}
		})
	}
}

func TestTheKindIsSaidInWords(t *testing.T) {
	open(t, 120, 40).press("a").typeText("rubio").see("person, United States")
	open(t, 120, 40).press("a").typeText("ukraine").see("state", "organization, Ukraine")
}

// A name that Enter would leave out is said to be left out, its row has the sign of that, and what would be left is
// counted.
func TestThePickerSaysWhoIsLeftOut(t *testing.T) {
	for _, size := range []image.Point{{120, 40}, {80, 24}, {60, 20}, {40, 20}, {160, 48}} {
		d := open(t, size.X, size.Y).press("a").typeText("-putin").see("39 of 45").fits()
		if size.X < 146 {
			d.see("− without Vladimir Putin")
		}
		if row := d.whoRow("Vladimir Putin"); !strings.HasPrefix(row, "▌− ") {
			t.Errorf("%v: the row is %q", size, row)
		}
		if d.press("enter"); d.query() != "-actor:putin" {
			t.Errorf("Enter asks for %q", d.query())
		}
	}
}

// Where a name finds nobody nothing would be left out, and the footer offers nothing that needs somebody.
func TestThePickerOffersNothingWithNobody(t *testing.T) {
	for _, size := range whoSizes {
		d := open(t, size.X, size.Y).press("a").typeText("qqqq").see("45 events")
		if d.press("enter"); strings.Contains(d.screen(), "would be left") || d.mode() != inWho {
			t.Errorf("%v: nobody is found:\n%s", size, d.screen())
		}
		d.see("no actor is called “qqqq”")
		for _, key := range []string{"Enter", "Tab", "Del", "^o", "→"} {
			if strings.Contains(d.footer(), key+" ") {
				t.Errorf("%v: the footer offers %s: %q", size, key, d.footer())
			}
		}
	}
}

// What is tried in the rail is faint in the filter line, and said not to be kept, until Enter keeps it.
func TestTheFilterLineSaysWhatIsNotKept(t *testing.T) {
	d := open(t, 160, 48, withQuery("type:call"), in256).press("a").typeText("yer").press("tab")
	if d.see("not kept yet"); strings.Contains(d.screen(), "not kept yet · ") != strings.Contains(d.screen(), " hidden") {
		t.Errorf("the filter line is %q", d.lines()[d.layout().Query.Min.Y])
	}
	chip := regexp.MustCompile(`actor:yermak \[x\]`) // in one style
	if !chip.MatchString(d.m.View()) || strings.Contains(d.m.View(), "type:call [x]") {
		t.Errorf("kept and tried look alike:\n%q", d.m.View())
	}
	if d.press("enter"); strings.Contains(d.screen(), "not kept yet") || chip.MatchString(d.m.View()) {
		t.Errorf("Enter keeps nothing:\n%s", d.screen())
	}
}

// railSections is what the sections of a rail show: of each title the rows under it.
func (d *driver) railSections() map[string][]string {
	sections, title := map[string][]string{}, ""
	for _, row := range d.whoRows() {
		words := strings.TrimSpace(row)
		for _, one := range []string{"WHO", "SIDE", "WHAT", "HOW SURE"} {
			if words == one || one == "WHO" && strings.HasPrefix(words, "WHO  ") {
				title, words = one, ""
			}
		}
		if words != "" {
			sections[title] = append(sections[title], strings.TrimLeft(words, "▌ "))
		}
	}
	return sections
}

// What gives something comes first in every section of the rail, and the short sections are whole before actors that
// would give nothing get a row.
func TestTheRailHasRowsForWhatGivesSomething(t *testing.T) {
	for _, size := range []image.Point{{160, 45}, {146, 42}, {200, 60}} {
		for _, steps := range [][]string{nil, {"a", "y", "e", "r", "tab", "r", "u", "b", "tab", "ctrl+t"}} {
			sections := open(t, size.X, size.Y).press(steps...).railSections()
			nothing := regexp.MustCompile(` 0$`)
			for title, rows := range sections {
				empty := false
				for _, row := range rows {
					zero := nothing.MatchString(row)
					if empty && !zero && !strings.Contains(row, "… ") {
						t.Errorf("%v: in %s %q is below what gives nothing", size, title, row)
					}
					empty = empty || zero
				}
			}
			if last := sections["HOW SURE"]; len(last) != 5 || strings.Contains(last[4], "…") {
				t.Errorf("%v: HOW SURE has %q", size, last)
			}
			spent := false
			for _, row := range sections["WHO"] {
				spent = spent || nothing.MatchString(row)
			}
			if what := sections["WHAT"]; spent && strings.Contains(what[len(what)-1], "… ") {
				t.Errorf("%v: actors that give nothing have rows, and WHAT has %q", size, what)
			}
		}
	}
}

// Every actor of the rail has its pulse at every width, and no name touches what is after it.
func TestEveryActorOfTheRailHasAPulse(t *testing.T) {
	for w := 146; w <= 220; w += 6 {
		d := open(t, w, 60)
		pulse := regexp.MustCompile(`\S {1,}[·▁▂▃▄▅▆▇█][ ·▁▂▃▄▅▆▇█]* {1,2}\d+$`)
		for title, rows := range d.railSections() {
			for _, row := range rows {
				if (title == "WHO" || title == "SIDE") && strings.HasSuffix(row, "more") || strings.HasPrefix(row, "’") ||
					strings.HasPrefix(row, "20") || title == "WHAT" || title == "HOW SURE" {
					continue
				}
				if !pulse.MatchString(row) {
					t.Errorf("%d columns: %q has no pulse, or touches it", w, row)
				}
			}
		}
	}
}

// The row that counts what is out of sight says on which side that is.
func TestWhatIsOutOfSightIsAboveOrBelow(t *testing.T) {
	open(t, 160, 45).press("a", "pgdown").see(" above, ", " below")
	open(t, 120, 40).press("a", "pgdown", "pgdown").see(" above, ", " below")
	open(t, 120, 40).press("a", "pgup").see("… 33 more")
}

// Where a name finds no actor the rail says where else it finds something.
func TestTheRailSaysWhereElseItFinds(t *testing.T) {
	d := open(t, 160, 45).press("a")
	for typed, where := range map[string]string{"disputed": "HOW SURE has it", "strike": "WHAT has it"} {
		d.press("ctrl+u").typeText(typed)
		if said := strings.Join(strings.Fields(strings.Join(d.whoRows(), " ")), " "); !strings.Contains(said, where) {
			t.Errorf("%q is told as\n%s", typed, said)
		}
	}
}

// Those who are ticked are in sight when the next name is typed; a tick without a name moves no row.
func TestTickedNamesComeFirst(t *testing.T) {
	d := open(t, 60, 20).press("a").typeText("yer").press("tab")
	first := func() string { return strings.TrimLeft(d.whoRows()[0], "▌ ") }
	if !strings.HasPrefix(first(), "✓ Andriy Yermak ") {
		t.Errorf("the first row is %q:\n%s", first(), d.screen())
	}
	d.press("down", "down", "tab")
	if rows := d.whoRows(); !strings.HasPrefix(rows[2], "▌✓ ") {
		t.Errorf("a tick moves the row:\n%s", d.screen())
	}
	if d.typeText("putin").press("tab"); !strings.HasPrefix(first(), "✓ ") || !strings.Contains(d.whoRows()[2], "✓ ") {
		t.Errorf("those who are ticked are not first:\n%s", d.screen())
	}
}

// TestTheRailIsThere looks for it and for what it leaves beside it.
func TestTheRailIsThere(t *testing.T) {
	d := open(t, 146, 40).see("WHO", "SIDE", "WHAT", "HOW SURE", "confirmed", "● statement").fits()
	if d.whoRow("Zelensky"); d.layout().Detail.Dx() < 40 {
		t.Errorf("the detail has %d cells", d.layout().Detail.Dx())
	}
	if strings.Contains(open(t, 145, 40).screen(), "HOW SURE") {
		t.Error("there is a rail at 145 columns")
	}
	d.press("v")
	if strings.Contains(d.screen(), "HOW SURE") {
		t.Error("the lanes have a rail")
	}
	d.press("a").see("WHO", "would be left").fits()
}

// TestEveryLineOfTheRailIsOneKeyFromTheFilter goes through all lines with the cursor.
func TestEveryLineOfTheRailIsOneKeyFromTheFilter(t *testing.T) {
	d := open(t, 160, 48).press("a", "up", "tab") // one step up from the first is the last: a status
	if !strings.Contains(d.query(), "status:") && !strings.Contains(d.query(), "is:") {
		t.Errorf("the last line asks for %q", d.query())
	}
	d.press("esc", "a").typeText("strike").press("enter")
	if d.query() != "type:strike" {
		t.Errorf("“strike” asks for %q", d.query())
	}
	d.press("a").typeText("call").press("delete", "enter")
	if d.query() != "type:strike -type:call" {
		t.Errorf("Del asks for %q", d.query())
	}
}

// TestSidesHaveTheirPeople unfolds a side and folds it again.
func TestSidesHaveTheirPeople(t *testing.T) {
	d := open(t, 160, 60).press("a")
	for range 60 {
		if d.press("down"); d.whoID() == "ukraine" {
			break
		}
	}
	d.press("right").see("Ukraine ▾")
	if d.press("down"); d.whoID() == "ukraine" || d.whoID() == "" {
		t.Errorf("under Ukraine is %q", d.whoID())
	}
	if d.press("up", "left").see("Ukraine ▸"); d.mode() != inWho {
		t.Error("← leaves the rail")
	}
	if d.press("right", "right"); d.mode() != inActor {
		t.Error("→ on an open side does not lead to its page")
	}
}

// TestClicksInTheRail ticks by the mark, excludes by the sign at the end, and shows only one by its name, with and
// without the keys in the rail.
func TestClicksInTheRail(t *testing.T) {
	for _, keys := range [][]string{{}, {"a", "f11", "f11"}} {
		d := open(t, 160, 48).press(keys...)
		at := func(name string, dx int) *driver {
			x, y := d.layout().Rail.Max.X-1, -1
			for n, row := range d.whoRows() {
				if at := strings.Index(row, name); at >= 0 && y < 0 {
					y = d.layout().Rail.Min.Y + n
					if dx >= 0 {
						x = ansi.StringWidth(row[:at]) + dx - 2
					}
				}
			}
			if y < 0 {
				t.Fatalf("no line of the rail has %q:\n%s", name, d.screen())
			}
			d.mouse(x, y, tea.MouseButtonLeft, tea.MouseActionPress)
			return d.mouse(x, y, tea.MouseButtonLeft, tea.MouseActionRelease)
		}
		for _, step := range []struct {
			name  string
			dx    int
			query string
		}{
			{"Zelensky", 2, "actor:zelensky"},
			{"Putin", 0, "actor:zelensky,putin"},
			{"Putin", 0, "actor:zelensky"},
			{"reported", -1, "actor:zelensky -status:reported"},
			{"● statement", 4, ""},
			{"Trump", 2, "actor:trump -status:reported type:statement"},
		} {
			if step.dx < 0 && d.mode() != inWho { // the sign is there while the rail has the keys
				if strings.Contains(strings.Join(d.whoRows(), "\n"), " −") {
					t.Fatalf("the rail at rest shows where to click:\n%s", d.screen())
				}
				d.press("a")
			}
			if at(step.name, step.dx); step.name != "● statement" && d.query() != step.query {
				t.Fatalf("%v: a click at %d of %s leaves %q, want %q", keys, step.dx, step.name, d.query(), step.query)
			}
			if step.name == "● statement" && !strings.Contains(d.query(), "type:statement") {
				t.Fatalf("a click on a type leaves %q", d.query())
			}
		}
		if at("Ukraine ▸", 2+len("Ukraine ")).see("Ukraine ▾"); !strings.HasPrefix(d.query(), "actor:trump ") {
			t.Errorf("the mark of a side asks for %q", d.query())
		}
	}
}

// TestThePickerFits opens it at odd sizes, in ASCII too.
func TestThePickerFits(t *testing.T) {
	for w := 1; w < 200; w += 7 {
		for h := 1; h < 50; h += 3 {
			d := open(t, w, h, inASCII()).press("a").fits().typeText("zel").fits().press("tab").fits().typeText("qqqq").fits()
			d.press("esc").fits()
		}
	}
}

// TestTheRailKeepsItsLineWhileTheRecordGrows reads the record again with the cursor on an actor.
func TestTheRailKeepsItsLineWhileTheRecordGrows(t *testing.T) {
	d := open(t, 160, 48, yaml(meetings)).press("a").typeText("b").press("down")
	id := d.whoID()
	d.reload()
	if d.see("find: b"); d.whoID() != id || d.mode() != inWho {
		t.Errorf("the cursor is on %s, was on %s", d.whoID(), id)
	}
}

func TestThePickerOpensWhereItWas(t *testing.T) {
	d := open(t, 120, 40).press("a")
	first := d.whoID()
	left := d.press("down", "down", "down").whoID()
	if d.press("esc", "a"); d.whoID() != left || left == first {
		t.Errorf("the cursor is on %s, was left on %s", d.whoID(), left)
	}
}
