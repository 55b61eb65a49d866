// Package typed reads what is typed at a terminal, in whole keys.
//
// A terminal sends a key as several bytes, and more than keys: answers to what another program has asked it, which come
// late, and pastes. Over a slow line they arrive in parts, and an arrow key of which the first byte is read alone would
// be the keys Esc, [ and A. So that what reads keys gets them whole, and nothing else as keys, Keys looks at all of it.
//
//	stream := typed.NewStream(session) // or a Source of a file
//	defer stream.Close()
//	keys := typed.New(stream, time.Now)
//	n, err := keys.Read(p)
//
// It is not the terminal itself, which is host's where the reader sits at it and serve's where the reader is elsewhere.
// It may import nothing of dateline.
package typed

import (
	"io"
	"time"
)

// A Source is where the bytes of a terminal come from. Read waits for a byte at least.
type Source interface {
	io.Reader

	// Within reports whether there is something to read within that time, be it the end.
	Within(patience time.Duration) bool
}

// Keys reads what is typed. After keys it reports that the terminal has the focus, which is not to be acted on. Who
// reads keys for others cannot hand that over until the keys have been dealt with, and meanwhile leaves them its core.
// Otherwise it would go back to wait for keys at once, and keep the core until the system takes it away: 10 ms and more
// while a record is read.
type Keys struct {
	from     Source
	state    state
	over     []byte              // what the last read had no room for
	tell     func(answer string) // is told of answers; nil: nobody
	patience patience
	now      func() time.Time

	read, began time.Time // when something was read last, and when something was that was no part of an answer
}

// A patience is how long the rest of a key may take. After Esc there may be no rest, and the reader waits.
type patience struct{ afterEsc, withinKey time.Duration }

const (
	afterEsc  = 10 * time.Millisecond
	withinKey = 200 * time.Millisecond
)

// An answer is not waited for beyond a pause, nor beyond its time, as multiples of what the rest of a key may take.
const (
	answerPause = 5
	answerTime  = 15
)

// New returns the keys that come from a source, by a clock.
func New(from Source, now func() time.Time) *Keys {
	return &Keys{from: from, patience: patience{afterEsc, withinKey}, now: now}
}

// Answers has tell called, from where keys are read, with what the terminal says of its ground, without the beginning
// and the end of the sequence. It is for before keys are read.
func (k *Keys) Answers(tell func(answer string)) { k.tell = tell }

// Read reads what is typed, in whole keys, without the answers of a terminal. It returns no bytes where there was no
// more than those. The error is that of the source. A p of less than 256 bytes may cut a key.
func (k *Keys) Read(p []byte) (int, error) {
	for len(k.over) == 0 {
		keys, err := k.next(p)
		if err != nil {
			return 0, err
		}
		if k.over = keys; len(keys) == 0 && !k.from.Within(0) {
			return 0, nil // whoever waits for the source may have to do something else
		}
	}
	n := copy(p, k.over)
	k.over = k.over[n:]
	return n, nil
}

// next reads into p, and returns the keys of it.
func (k *Keys) next(p []byte) (keys []byte, err error) {
	n, err := k.from.Read(p[:max(1, len(p)*2/5)]) // the rest is room for the end of the last key, and for renamed
	if n == 0 {
		return nil, err
	}
	late := k.endAnswer()
	for n < len(p)-len(pasteEnd) && unfinished(p[:n]) {
		wait := k.patience.withinKey
		if p[n-1] == esc {
			wait = k.patience.afterEsc
		}
		if !k.from.Within(wait) {
			break
		}
		more, err := k.from.Read(p[n : n+1])
		if n += more; err != nil {
			break // and will be again
		}
	}
	wasKeys := k.state.answer == 0
	all := p[:n]
	if k.state.paste && (string(all) == ctrlC || late && isOneKey(all)) {
		all = append([]byte(pasteEnd), all...)
	}
	keys = k.state.keys(all)
	if k.read = k.now(); wasKeys {
		k.began = k.read
	}
	if heard := k.state.heard; heard != "" && k.tell != nil {
		k.state.heard = ""
		k.tell(heard)
	}
	if len(keys) > 0 && !k.state.paste && !unfinished(keys) {
		keys = append(keys, focus...)
	}
	return keys, nil
}

// endAnswer ends an answer that has not come to its end in time: what comes now is keys. It reports whether the end of
// a paste, too, would have come by now.
func (k *Keys) endAnswer() (late bool) {
	now, wait := k.now(), k.patience.withinKey
	if now.Sub(k.read) > answerPause*wait || now.Sub(k.began) > answerTime*wait {
		k.state.answer = 0
	}
	return now.Sub(k.read) > answerTime*wait
}
