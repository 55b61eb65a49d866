package ui

import (
	"strings"
	"testing"

	"dateline/timeline/testrecord"
	"dateline/ui/draw"
)

// TestNoSizeIsTooSmall opens every mode at sizes that have no room for it, with records whose texts and names of files
// are long: the screen has its size and holds nothing that is not ours.
func TestNoSizeIsTooSmall(t *testing.T) {
	widths, heights := []int{1, 2, 4, 9, 22}, []int{1, 2, 3, 5, 13, 30}
	if long() {
		widths, heights = nil, nil
		for n := 1; n <= 40; n++ {
			widths, heights = append(widths, n), append(heights, n)
		}
	}
	records := map[string]setting{
		"everything": yaml(everyPane),
		"nothing":    yaml("events: []\n"),
		"unusual":    yaml(unusual),
		"hostile": func(o *Options, _ *draw.Looks) {
			name := strings.Repeat("a long name/", 9) + "hostile.yaml"
			o.Load = loading(file(name, testrecord.EveryField("\x1b[31m\u202e日本 e\u0301")))
		},
		"curated": func(*Options, *draw.Looks) {},
	}
	for name, record := range records {
		for now, opened := range paneOf {
			d := open(t, 80, 24, record, in256)
			ours := looks(d.theme())
			for _, then := range [][]string{nil, {"G", "tab"}, {"enter"}} {
				d.press(opened.keys...).press(then...)
				for _, w := range widths {
					for _, h := range heights {
						d.resize(w, h)
						d.inOrder(ours)
						if t.Failed() {
							t.Fatalf("%s, mode %d, %v, %d×%d", name, now, then, w, h)
						}
					}
				}
				d.resize(80, 24)
				d.press("esc", "esc", "esc")
			}
		}
	}
}
