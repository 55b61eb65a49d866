package cli

import (
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"dateline/timeline/index"
	"dateline/timeline/names"
	"dateline/timeline/sanitize"
	"dateline/ui/host"
	"dateline/ui/session"
)

// Views that were saved, and those of the record.

// savedViews returns the views that the reader has saved for the record. Where that takes long, or fails, there are
// none.
func savedViews(state session.State) []session.SavedView {
	const patience = time.Second
	if state.Load == nil {
		return nil
	}
	read := make(chan []session.SavedView, 1)
	host.Within(patience, func() {
		saved, _ := state.Load() // the session says why it cannot be read
		read <- saved.Views
	})
	select {
	case views := <-read:
		return views
	default:
		return nil
	}
}

// ownView returns the view that the reader has saved under a name.
func ownView(state session.State, name string) (v session.SavedView, ok bool) {
	if name == "" {
		return v, false
	}
	views := savedViews(state)
	n := slices.IndexFunc(views, func(one session.SavedView) bool { return one.Name == session.ViewName(name) })
	if n < 0 {
		return v, false
	}
	return views[n], true
}

// viewNames returns the names of all views, the reader's own first.
func viewNames(x *index.Index, state session.State) (all []string) {
	for _, v := range savedViews(state) {
		all = append(all, v.Name)
	}
	for _, v := range x.Timeline().Views() {
		if name := session.ViewName(v.Name); !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

// knownView returns an error if the record has no view of this name.
func knownView(x *index.Index, name string, state session.State) error {
	all := viewNames(x, state)
	if name == "" || slices.Contains(all, session.ViewName(name)) {
		return nil
	}
	return fmt.Errorf("--view: no view is called %q%s", name, names.DidYouMean(names.Nearest(name, all, 1)))
}

// completeView offers the views of the reader and of the record for --view, each with its filter.
func (a *app) completeView(_ *cobra.Command, paths []string, typed string) (list []string, _ cobra.ShellCompDirective) {
	state, _ := a.state(a.input(paths))
	x := a.recordOf(paths)
	if x == nil {
		return nil, noFiles
	}
	for _, name := range viewNames(x, state) {
		if a.replaces || beginsAs(name, typed) {
			list = append(list, cobra.CompletionWithDesc(sanitize.Line(name), sanitize.Line(viewQuery(x, state, name))))
		}
	}
	return list[:min(len(list), mostOffered)], noFiles
}

// viewQuery returns the filter of a view.
func viewQuery(x *index.Index, state session.State, name string) string {
	if own, ok := ownView(state, name); ok {
		return own.Query
	}
	for _, v := range x.Timeline().Views() {
		if session.ViewName(v.Name) == name {
			return v.Query
		}
	}
	return ""
}
