package ui

import (
	"slices"
	"sync"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/binding"
)

// A screen that is shown to a reader elsewhere. What reaches out of it is not there, neither keys nor functions.

// reaching returns the options with what may reach out of the screen: for a reader elsewhere with nothing.
func (o Options) reaching() Options {
	if o.Served {
		o.Edit, o.OpenURL, o.Write, o.Suspend, o.Stop, o.Heard, o.Copy = nil, nil, nil, nil, nil, nil, nil
	}
	return o
}

// servedKeys returns the table of keys of all readers elsewhere, none of whom may write to it, and what it lacks.
var servedKeys = sync.OnceValues(func() (left, gone keymap) { return actions().served() })

// actions returns the table of keys, with the reader's own, and what of the table a reader elsewhere has not.
func (o *Options) actions() (table, gone keymap) {
	if !o.Served {
		return actions().with(o.Keys), nil
	}
	table, gone = servedKeys()
	return table.with(slices.DeleteFunc(slices.Clone(o.Keys), func(g binding.Given) bool {
		return !slices.ContainsFunc(table, func(a action) bool { return a.name == g.Name })
	})), gone
}

// served returns the table for a reader elsewhere, and what reaches out of the screen.
func (t keymap) served() (left, gone keymap) {
	for _, a := range t {
		if a.outside != "" {
			gone = append(gone, a)
			continue
		}
		if a.servedDoes != "" {
			a.does = a.servedDoes
		}
		if a.servedFoot != "" {
			a.foot = a.servedFoot
		}
		left = append(left, a)
	}
	return left, gone
}

// elsewhere says why a key does nothing that has an effect outside the screen, "" where it is none or has it.
func (m lack) elsewhere(key string) string {
	for _, a := range m.gone {
		if slices.Contains(a.keys, key) && a.counts(m.model) {
			return a.outside
		}
	}
	return ""
}

// awaitSizes sends the program the size of a terminal elsewhere, until the program ends.
func (o *outside) awaitSizes(send func(tea.Msg)) tea.Cmd {
	ctx, sizes := o.ctx, o.opts.Sizes
	if sizes == nil {
		return nil
	}
	return guarded(func() tea.Msg {
		sizes(ctx, func(width, height int) { send(tea.WindowSizeMsg{Width: width, Height: height}) })
		return nil
	})
}
