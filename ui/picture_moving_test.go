package ui

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// storyWidth is how many columns the screen of the moving picture has.
const storyWidth = 100

// A scene is a frame of a moving picture, the key that led to it, and for how long it is shown.
type scene struct {
	frame   string
	key     string
	words   string // what is to be seen
	seconds float64
}

// story is the way from the first screen to what one actor did, key by key.
func story(t *testing.T, record setting) []scene {
	d := open(t, storyWidth, 28, record, in256, at("2025-09-04-coalition-meets-paris"))
	scenes := []scene{{frame: d.frame(), words: "a record of events, from its YAML", seconds: 2.5}}
	for _, s := range []scene{
		{key: "a", words: "who?", seconds: 1.5},
		{key: "y", words: "any part of the name", seconds: .6},
		{key: "e", words: "any part of the name", seconds: .6},
		{key: "r", words: "any part of the name", seconds: 1.4},
		{key: "enter", words: "one actor’s story", seconds: 3},
		{key: "v", words: "whom he met, and when", seconds: 3.5},
		{key: "enter", words: "who says what of it", seconds: 5},
	} {
		s.frame = d.press(s.key).fits().frame()
		scenes = append(scenes, s)
	}
	return scenes
}

// moving draws scenes one after the other, again and again, with the keys below them. Rows that scenes share are drawn
// once. Where nothing is to move, or cannot, the last scene is shown.
func moving(t *testing.T, scenes []scene, w int) string {
	p := picture{t: t}
	all := make([]bool, len(scenes))
	var shown [][]bool               // in which scenes each part is shown …
	parts := make(map[string]string) // … and what it draws, by these
	var total float64
	add := func(in []bool, what string) {
		key := fmt.Sprint(in)
		if parts[key] == "" {
			shown = append(shown, in)
		}
		parts[key] += what
	}
	high := 0
	for n, s := range scenes {
		all[n] = true
		total += s.seconds
		high = max(high, len(rowsOf(s.frame)))
	}
	for n := range high {
		for _, one := range sameRows(scenes, n) {
			if row := p.row(one.line); row != "" {
				add(one.in, fmt.Sprintf(`<g transform="translate(%d,%d)">%s</g>`+"\n", margin, margin+n*cellHigh+baseline, row))
			}
		}
	}
	p.caption(scenes, margin+high*cellHigh+margin, w, add)
	var styles, body strings.Builder
	for n, in := range shown {
		what := parts[fmt.Sprint(in)]
		if slices.Equal(in, all) {
			body.WriteString(what)
			continue
		}
		fmt.Fprintf(&body, `<g class="s%d">`+"\n%s</g>\n", n, what)
		styles.WriteString(animation(fmt.Sprintf("s%d", n), scenes, in, total))
	}
	styles.WriteString("@media(prefers-reduced-motion:reduce){*{animation:none!important}}\n")
	return p.whole(w, high*cellHigh+margin+captionHigh, styles.String(), body.String())
}

// A shownRow is what a row of the screen shows in some scenes.
type shownRow struct {
	line string
	in   []bool
}

// sameRows returns what row n of the screen shows, and in which scenes.
func sameRows(scenes []scene, n int) []shownRow {
	var rows []shownRow
	for k, s := range scenes {
		lines := rowsOf(s.frame)
		if n >= len(lines) {
			continue
		}
		at := slices.IndexFunc(rows, func(r shownRow) bool { return r.line == lines[n] })
		if at < 0 {
			at = len(rows)
			rows = append(rows, shownRow{lines[n], make([]bool, len(scenes))})
		}
		rows[at].in[k] = true
	}
	return rows
}

// animation is the style of what is shown in some scenes only.
func animation(class string, scenes []scene, in []bool, total float64) string {
	word := func(shown bool) string {
		if shown {
			return "visible"
		}
		return "hidden"
	}
	var b strings.Builder
	fmt.Fprintf(&b, ".%s{visibility:%s;animation:%s %gs step-end infinite}\n@keyframes %s{",
		class, word(in[len(in)-1]), class, total, class)
	var at float64
	for n, s := range scenes {
		if n == 0 || in[n] != in[n-1] {
			fmt.Fprintf(&b, "%.4g%%{visibility:%s}", 100*at/total, word(in[n]))
		}
		at += s.seconds
	}
	return b.String() + "}\n"
}

// captionHigh is the height of the row of keys.
const captionHigh = 28

// caption draws the keys of the scenes in a row: faint before they are pressed, lit while what they led to is shown.
func (p *picture) caption(scenes []scene, top, w int, add func([]bool, string)) {
	x := margin
	for k, s := range scenes {
		only := make([]bool, len(scenes))
		only[k] = true
		add(only, fmt.Sprintf(`<text x="%d" y="%d" class="%s">%s</text>`+"\n", margin+w*cellWide, top+19,
			p.class("fill:"+ink+";text-anchor:end"), html.EscapeString(s.words)))
		if s.key == "" {
			continue
		}
		name := s.key
		if len(name) > 1 {
			name = strings.ToUpper(name[:1]) + name[1:]
		}
		wide := utf8.RuneCountInString(name)*cellWide + 16
		key := func(in func(int) bool, border, fill, colour string) {
			when := make([]bool, len(scenes))
			for n := range when {
				when[n] = in(n)
			}
			if !slices.Contains(when, true) {
				return
			}
			add(when, fmt.Sprintf(`<rect x="%d" y="%d" width="%d" height="26" rx="5" class="%s"/>`+
				`<text x="%d" y="%d" class="%s">%s</text>`+"\n", x, top, wide, p.class("fill:"+fill+";stroke:"+border),
				x+wide/2, top+19, p.class("fill:"+colour+";text-anchor:middle"), name))
		}
		key(func(n int) bool { return n < k }, edge, ground, "#6c7480")
		key(func(n int) bool { return n == k }, ink, ink, ground)
		key(func(n int) bool { return n > k }, "#8a929d", ground, ink)
		x += wide + 8
	}
}
