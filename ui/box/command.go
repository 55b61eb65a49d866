package box

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/timeline/fold"
	"dateline/ui/keyplace"
)

// A Command is a row of the table of keys.
type Command struct {
	ID    int      // by which whoever opened the box knows it
	Name  string   // of the action
	Keys  []string // as they are typed
	Show  string   // … as they are shown
	Does  string
	Group string
	Here  bool // it counts where the box was opened
}

// closeTo returns how near a command is to what is typed. byKey is whether that may be its key: among all else, a
// letter is more often the beginning of a word, and of another script no way to name a command.
func (c *Command) closeTo(text string, words []string, byKey bool) closeness {
	if byKey && c.hasKey(text) || strings.EqualFold(c.Name, text) {
		return exact
	}
	near := nearest(words, fold.Fold(c.Name+" "+c.Does))
	if near == none && latinOf(text) != "" && (byKey || utf8.RuneCountInString(text) > 1) {
		return nearest([]string{latinOf(text)}, fold.Fold(c.Name+" "+c.Does))
	}
	return near
}

// hasKey reports whether text is one of the command's keys, as it is typed or shown.
func (c *Command) hasKey(text string) bool {
	is := func(key string) bool {
		return key == text || len(key) > 1 && len(text) > 1 && strings.EqualFold(key, text)
	}
	return slices.ContainsFunc(c.Keys, is) || slices.ContainsFunc(strings.Fields(c.Show), is)
}

// latinOf returns the text that the keys write on a Latin keyboard on which a text of another script was typed, "" for
// any other text.
func latinOf(text string) string {
	var b strings.Builder
	for _, r := range text {
		key, ok := keyplace.Latin(r)
		if !ok {
			return ""
		}
		b.WriteRune(key)
	}
	return strings.ToLower(b.String())
}

// matching returns the commands that the text finds, the nearest first, of those as near the ones that count here.
func (b *Box) matching(text string) []*row {
	var rows []*row
	words := strings.Fields(fold.Fold(text))
	for n := range b.commands {
		c := &b.commands[n]
		if !b.keys && !c.Here {
			continue
		}
		near := exact
		if text != "" {
			near = c.closeTo(text, words, b.commandsOnly())
		}
		if near != none {
			rows = append(rows, &row{kind: Do, near: near, command: c})
		}
	}
	if text != "" {
		slices.SortStableFunc(rows, func(a, b *row) int { return a.rank() - b.rank() })
	}
	return rows
}

// rank returns the place of a command among those that are found: of those as near, what counts here comes first.
func (r *row) rank() int {
	if r.command.Here {
		return 2 * int(r.near)
	}
	return 2*int(r.near) + 1
}
