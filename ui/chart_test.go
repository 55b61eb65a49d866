package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// counted is a record whose figures form a series: with ranges, rival values, and words that bound.
const counted = `title: What was counted
actors:
  - {id: air-force, name: Air Force of Ukraine, kind: organization}
  - {id: monitors, name: Independent monitors}
events:
  - date: 2025-01-10
    title: First night
    id: first
    figures: [{label: drones fired, value: "1,200", by: air-force}]
  - date: 2025-02
    title: A month of attacks, counted twice
    id: second
    figures:
      - {label: drones fired, value: about 900, by: air-force}
      - {label: drones fired, low: 700, best: 800, high: 1100, by: monitors}
      - {label: wounded, value: 12}
  - date: 2025-03-05
    title: Third night
    id: third
    figures: [{label: Drones fired, value: more than 400}, {label: wounded, value: fewer than 20}]
  - date: 2025-04-01
    title: A night nobody counted
    id: fourth
    figures: [{label: drones fired, value: several}]
`

func TestGoldenCharts(t *testing.T) {
	for _, s := range append(sizes[:len(sizes):len(sizes)], struct{ w, h int }{30, 8}) {
		d := open(t, s.w, s.h, yaml(counted), at("second")).press("c").fits()
		golden(t, fmt.Sprintf("screens/chart-%dx%d.golden", s.w, s.h), trimmed(d.lines()))
	}
	d := open(t, 80, 24, yaml(counted), at("second"), inASCII()).press("c").fits()
	golden(t, "screens/chart-ascii-80x24.golden", trimmed(d.lines()))
}

// TestAFigureWithAChartSaysSo holds that the detail tells of a chart in words: a small drawing of bars beside a figure is
// taken for its values.
func TestAFigureWithAChartSaysSo(t *testing.T) {
	d := open(t, 120, 40, yaml(counted), at("second")).see("(c chart)")
	for _, row := range d.detailRows() {
		if strings.ContainsAny(row, "▁▂▃▄▅▆▇█") {
			t.Errorf("the detail draws bars: %q", row)
		}
	}
	if d.press("c"); d.mode() != inChart {
		t.Error("c shows no chart")
	}
}

func TestChartGoesToTheEventOfABar(t *testing.T) {
	d := open(t, 120, 40, yaml(counted), at("second")).press("f20").see("DRONES FIRED", "3 events", "900",
		"800 (700–1100)", "Independent monitors")
	d.press("down").see("Third night")
	if d.selected() != "second" {
		t.Errorf("the selection moves to %s before Enter", d.selected())
	}
	if d.press("enter"); d.selected() != "third" || d.mode() != inList {
		t.Errorf("Enter goes to %s", d.selected())
	}
	if d.press("H"); d.selected() != "second" {
		t.Errorf("H goes back to %s", d.selected())
	}
	if d.press("c", "up", "up", "up", "esc"); d.selected() != "second" || d.mode() != inList {
		t.Errorf("Esc leaves %s", d.selected())
	}
}

// Two readings of one event are one step, from above and from below, and one place to click on.
func TestReadingsOfOneEventAreOneStep(t *testing.T) {
	for _, way := range [][]string{{"down", "up", "up"}, {"up"}, {"end", "up", "up"}} {
		d := open(t, 120, 40, yaml(counted), at("second")).press("f20").press(way...)
		if d.press("enter"); d.selected() != "first" {
			t.Errorf("%q leads to %s", way, d.selected())
		}
	}
	d := open(t, 120, 40, yaml(counted), at("third")).press("f20").click("800 (700", 0)
	if d.press("up", "enter"); d.selected() != "first" {
		t.Errorf("above the second reading of two is %s", d.selected())
	}
	d.press("f20").mouse(110, 30, tea.MouseButtonLeft, tea.MouseActionPress)
	if d.mode() != inChart {
		t.Error("a click below the bars leaves the chart")
	}
}

func TestFigureOfTheDetailOpensItsChart(t *testing.T) {
	d := open(t, 120, 40, yaml(counted), at("second")).press("enter")
	for d.press("tab"); d.onLink() && !strings.HasPrefix(d.link().Value, "wounded"); {
		d.press("tab")
	}
	d.press("enter").see("WOUNDED", "2 events")
	d.press("tab").see("DRONES FIRED")
	if d.press("esc"); d.mode() != inDetail || !d.onLink() {
		t.Error("Esc does not go back to the link")
	}
}

func TestNoChartOfAFigureThatStandsAlone(t *testing.T) {
	d := open(t, 80, 24, yaml(counted), at("fourth")).press("c").see("does nothing here")
	if d.mode() != inList {
		t.Error("there is nothing to draw")
	}
}

func TestChartOutlivesAReload(t *testing.T) {
	d := open(t, 80, 24, yaml(counted), at("second")).press("c")
	d.reload()
	d.see("DRONES FIRED")
	d.nextFiles(file("test.yaml", "events: [{date: 2025, title: Other}]"))
	d.reload()
	d.see("Other").fits()
}
