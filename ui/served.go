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

// servedKeys returns the table of keys of all readers elsewhere, none of whom may write to it.
var servedKeys = sync.OnceValue(func() keymap { return actions().served() })

// actions returns the table of keys, with the reader's own.
func (o *Options) actions() keymap {
	if !o.Served {
		return actions().with(o.Keys)
	}
	table := servedKeys()
	return table.with(slices.DeleteFunc(slices.Clone(o.Keys), func(g binding.Given) bool {
		return !slices.ContainsFunc(table, func(a action) bool { return a.name == g.Name })
	}))
}

// served returns the table for a reader elsewhere.
func (t keymap) served() keymap {
	var left keymap
	for _, a := range t {
		if a.outside != "" {
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
	return left
}

// elsewhere says why a key does nothing that has an effect outside the screen, "" where it is none or has it.
func (m lack) elsewhere(key string) string {
	if !m.opts.Served {
		return ""
	}
	for _, a := range actions() {
		if a.outside != "" && slices.Contains(a.keys, key) && a.counts(m.model) {
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
