package ui

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"

	"dateline/ui/draw"
)

// What the screen shows of a record, it shows of the same record 400 years later, after which the calendar repeats
// itself: the zero Day, which is 1 January 1970, is a day like any other.

const actorsAround1970 = `actors:
  - {name: Anna, kind: person, memberships: [{of: House, role: Head, start: 1950, end: 1969-12}]}
events:
`

// eventsAround1970 have dates of every form on both sides of 1970, and open ends.
var eventsAround1970 = []string{
	"  - {id: a, date: ../1960, title: Until sixty, actors: [Anna, Bert]}\n",
	"  - {id: b, date: '[..1962-12-03]', title: Some day before, actors: [Anna]}\n",
	"  - {id: c, date: 1961-05-05, title: A day, actors: [Anna, Cora]}\n",
	"  - {id: d, date: 1963-02/1964, title: A long time, actors: [Bert]}\n",
	"  - {id: e, date: 1969-12-31, title: The last day, actors: [Cora]}\n",
	"  - {id: f, date: 1970-01-01, title: The first day, actors: [Anna, Bert, Cora]}\n",
	"  - {id: g, date: 1970-01-02, title: The second day, actors: [Cora]}\n",
	"  - {id: h, date: 1971/.., title: From then on, actors: [Anna]}\n",
	"  - {id: i, date: 1978-06, title: A month, actors: [Bert]}\n",
	"  - {id: j, date: '[..1955,1975..]', title: Not between, actors: [Bert]}\n",
	"  - {id: k, title: No date at all, actors: [Cora]}\n",
}

var yearPattern = regexp.MustCompile(`[12][3-9]\d\d`)

// shifted is a text with all its years later, or earlier.
func shifted(text string, by int) string {
	return yearPattern.ReplaceAllStringFunc(text, func(year string) string {
		n, _ := strconv.Atoi(year)
		return strconv.Itoa(n + by)
	})
}

func TestScreensAreTheSameInEveryEra(t *testing.T) {
	keys := []string{
		"down", "up", "home", "end", "d", "D", "}", "{", ")", "(", "s", "z", "Z", "t", "left", "right", "enter", "esc", "v",
		"i", "a", "A", "x", "R", "tab", "click", "click", "click",
		":8 sep", ":1 jan", ":1960", ":../1960", ":1965..", "/until:1965", "/date:1969 ", "/since:1970 ",
	}
	rapid.Check(t, func(rt *rapid.T) {
		at := rapid.SampledFrom([]string{"", "a", "b", "e", "f", "k"}).Draw(rt, "at")
		visit := rapid.SliceOfN(rapid.SampledFrom(keys), 1, 12).Draw(rt, "keys")
		x := rapid.IntRange(0, 99).Draw(rt, "column")
		event := rapid.SampledFrom(eventsAround1970)
		record := strings.Join(rapid.SliceOfNDistinct(event, 1, 4, rapid.ID).Draw(rt, "events"), "")
		var screens [2]string
		for n, by := range []int{0, 400} {
			d := open(t, 100, 30, yaml(shifted(actorsAround1970+record, by)), func(o *Options, _ *draw.Looks) {
				o.At = at
				o.Now = func() time.Time { return time.Date(1971+by, 9, 10, 12, 0, 0, 0, time.UTC) }
			})
			for _, key := range visit {
				if m := d.m.mode(); len(key) == 1 && (m == inBox || m == inQueryLine) { // it could cut a year in two
					d.press("esc", "esc")
				}
				switch {
				case key == "click":
					d.mouse(x, 1, tea.MouseButtonLeft, tea.MouseActionPress)
				case len(key) > 2 && strings.ContainsAny(key[:1], ":/"):
					d.press("esc", "esc") // out of a line that is typed into
					d.press(key[:1]).typeText(shifted(key[1:], by)).press("enter")
				default:
					d.press(key)
				}
			}
			screens[n] = d.screen()
		}
		if later := shifted(screens[1], -400); later != screens[0] {
			rt.Fatalf("%s\n\nand 400 years later\n\n%s", screens[0], later)
		}
	})
}

// axis is the line of the overview that names the time.
func (d *driver) axis() string {
	rows := d.strip()
	return rows[len(rows)-1]
}

// What is always found, however the dice of the test above fall.
func TestOpenDatesAndUndatedInEveryEra(t *testing.T) {
	for _, by := range []int{0, 400} {
		record := "events:\n" + eventsAround1970[0] + eventsAround1970[8] + eventsAround1970[10]
		d := open(t, 100, 30, yaml(shifted(record, by)), at("k")).press("z").see("no date")
		d.press("Z", "home").mouse(80, 1, tea.MouseButtonLeft, tea.MouseActionPress)
		if d.selected() != "i" {
			t.Errorf("beside June %d the nearest is %q", 1978+by, d.selected())
		}
	}
}

func TestAxisIsNotStretchedByWhatIsOpenAtBothEnds(t *testing.T) {
	both := "  - {date: '[..1950,1960..]', title: Not between}\n"
	others := "  - {date: 1955-05-05, title: One}\n  - {date: 1956-05-05, title: Two}\n"
	d := open(t, 100, 30, yaml("events:\n"+both+others)).see("1956")
	if strings.Contains(d.axis(), "000s") {
		t.Errorf("two events in two years are shown among millions: %q", d.strip())
	}
	open(t, 100, 30, yaml("events:\n"+both)).press("v", "v", "i", "z").fits()
}

func TestLanesToScaleNeedDates(t *testing.T) {
	d := open(t, 80, 24, yaml("events:\n"+strings.Repeat("  - {title: A, actors: [Anna]}\n", 300))).press("v")
	d.see("by event").press("v").see("by event", "Undated")
}
