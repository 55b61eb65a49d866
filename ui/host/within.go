package host

import "time"

// Within does work, and reports whether it ended in time. If not, it goes on by itself: the system may hold up a
// program that writes to a disk or a terminal for as long as it likes.
func Within(patience time.Duration, work func()) bool {
	done := make(chan struct{})
	go func() {
		defer close(done)
		work()
	}()
	select {
	case <-done:
		return true
	case <-time.After(patience):
		return false
	}
}
