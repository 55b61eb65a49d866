package ui

import tea "github.com/charmbracelet/bubbletea"

// A burst is what is typed into a line since the last read of the keyboard began. It becomes one message when the read
// ends, which the keyboard tells by reporting the focus, or before the next key that is not for the line. So what comes
// fast, as text that is pasted without brackets, is sought for and drawn once for each read.
type burst []rune

// A burstThen is a burst with the key or the act of the mouse right after it.
type burstThen struct {
	typed tea.KeyMsg
	then  tea.Msg
}

// end returns the burst as one message, nil where nothing was typed.
func (b *burst) end() tea.Msg {
	if len(*b) == 0 {
		return nil
	}
	k := tea.KeyMsg{Type: tea.KeyRunes, Runes: *b}
	if string(k.Runes) == " " {
		k.Type = tea.KeySpace
	}
	*b = nil
	return k
}

// before returns a message of the reader with the burst before it.
func (b *burst) before(then tea.Msg) tea.Msg {
	if typed, ok := b.end().(tea.KeyMsg); ok {
		return burstThen{typed, then}
	}
	return then
}

// isText reports whether a key writes into a line and means nothing else there.
func isText(k tea.KeyMsg) bool {
	return !k.Alt && !k.Paste && (k.Type == tea.KeyRunes || k.Type == tea.KeySpace)
}
