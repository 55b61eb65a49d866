package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// A burst is what is typed into a line since the last read of the keyboard began. It becomes one message when the read
// ends, which the keyboard tells by reporting the focus, or before the next key that is not for the line. So what comes
// fast, as text that is pasted without brackets, is sought for and drawn once for each read.
type burst struct {
	runes []rune
	late  *time.Timer
}

// A burstMsg says that a burst ends, should nobody have said so.
type burstMsg struct{}

// A burstThen is a burst with the key or the act of the mouse right after it.
type burstThen struct {
	typed tea.KeyMsg
	then  tea.Msg
}

// patient is how long the end of a burst is waited for where the keyboard does not tell it.
const patient = 5 * time.Millisecond

// add takes a key that writes. Send is called later for the end.
func (b *burst) add(k tea.KeyMsg, send func(tea.Msg)) {
	if len(b.runes) == 0 {
		b.late = time.AfterFunc(patient, func() { send(burstMsg{}) })
	}
	b.runes = append(b.runes, k.Runes...)
}

// end returns the burst as one message, nil where nothing was typed.
func (b *burst) end() tea.Msg {
	if len(b.runes) == 0 {
		return nil
	}
	b.late.Stop()
	k := tea.KeyMsg{Type: tea.KeyRunes, Runes: b.runes}
	if string(k.Runes) == " " {
		k.Type = tea.KeySpace
	}
	b.runes = nil
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
