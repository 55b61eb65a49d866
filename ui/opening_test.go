package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// A record opens at the newest event that has begun; today is 10 January 2026.
func TestARecordOpensAtItsNewestEvent(t *testing.T) {
	for name, c := range map[string]struct {
		want   string
		events []string // date, status and id
	}{
		"the last":              {"b", []string{"2025-01-01 confirmed a", "2025-12-01 reported b"}},
		"today's":               {"b", []string{"2025-01-01 confirmed a", "2026-01-10 reported b", "2026-01-11 reported c"}},
		"not planned":           {"a", []string{"2025-01-01 confirmed a", "2025-12-01 Planned b"}},
		"not in the future":     {"a", []string{"2025-01-01 confirmed a", "2027-12-01 confirmed b"}},
		"not undated":           {"a", []string{"2025-01-01 confirmed a", `"" reported b`}},
		"begun, and going on":   {"b", []string{"2025-01-01 confirmed a", "2025-12-01/2027 reported b"}},
		"nothing but plans":     {"a", []string{"2027-01-01 planned a", "2028-01-01 planned b"}},
		"plans that are past":   {"a", []string{"2024-01-01 planned a", "2025-01-01 planned b"}},
		"49 years ago":          {"b", []string{"1900 confirmed a", "1977-01-01 confirmed b"}},
		"51 years ago":          {"a", []string{"1900 confirmed a", "1975-01-01 confirmed b"}},
		"long ago, with a plan": {"a", []string{"1900 confirmed a", "1970 confirmed b", "2030 planned c"}},
		"only undated":          {"a", []string{`"" reported a`, `"" reported b`}},
	} {
		var text strings.Builder
		for _, e := range c.events {
			f := strings.Fields(e)
			text.WriteString("- {date: " + f[0] + ", status: " + f[1] + ", id: " + f[2] + ", title: Event " + f[2] + "}\n")
		}
		d := open(t, 80, 24, yaml(text.String())).fits()
		if d.selected() != c.want {
			t.Errorf("%s: opens at %s, want %s", name, d.selected(), c.want)
		}
		d.see("▌")
	}
	if d := open(t, 80, 24, yaml(plans), withQuery("-type:letter since:2025")); d.event().Title != "The day itself" {
		t.Errorf("under a filter it opens at %s", d.event().Title)
	}
}

// While a record is read the cursor follows its newest event, until the reader does something.
func TestThePlaceFollowsTheNewestWhileARecordIsRead(t *testing.T) {
	early := daily("1.yaml", "2025-01-01", "2025-01-02", "2025-01-03")
	middle := daily("2.yaml", "2025-02-01", "2025-02-02")
	late := daily("3.yaml", "2025-03-01")
	for name, c := range map[string]struct {
		act  func(*driver)
		want string
	}{
		"nothing": {func(*driver) {}, "d2025-03-01"},
		"a step":  {func(d *driver) { d.press("k") }, "d2025-02-01"},
		"any key": {func(d *driver) { d.press("B") }, "d2025-02-02"},
		"the mouse": {func(d *driver) {
			d.mouse(1, 1, tea.MouseButtonWheelDown, tea.MouseActionPress)
		}, "d2025-02-02"},
		"another size":   {func(d *driver) { d.resize(100, 30) }, "d2025-03-01"},
		"order":          {func(d *driver) { d.press("s") }, "d2025-02-02"},
		"a filter taken": {func(d *driver) { d.press("/").typeText("d2025-01").press("esc") }, "d2025-02-02"},
	} {
		d := begun(t, 80, 24)
		_ = d.m.Init()
		d.portion(false, early)
		if d.selected() != "d2025-01-03" {
			t.Fatalf("%s: the first portion opens at %s", name, d.selected())
		}
		d.portion(false, early, middle)
		if c.act(d); d.selected() != c.want && name != "nothing" && name != "another size" {
			t.Errorf("%s: %s is selected", name, d.selected())
		}
		if d.portion(true, early, middle, late); d.selected() != c.want {
			t.Errorf("%s: %s is selected in the end, want %s", name, d.selected(), c.want)
		}
	}
	d := begun(t, 80, 24, at("d2025-02-01"))
	_ = d.m.Init()
	if d.portion(false, early).portion(true, early, middle, late); d.selected() != "d2025-02-01" {
		t.Errorf("the event that was named is not where it opens, but %s", d.selected())
	}
}
