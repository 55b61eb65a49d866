// Package testsession gives the tests of panes a session on a record. No program uses it.
//
//	s := testsession.On(t, testsession.Calls, "actor:bert-bok")
package testsession

import (
	"context"
	"time"

	"dateline/timeline/load"
	"dateline/timeline/review"
	"dateline/ui/session"
)

// Calls is a record of three events.
const Calls = `events:
  - {date: 2025-01-01, title: A first call, type: call, actors: [Anna Alm, Bert Bok]}
  - {date: 2025-01-30, title: A strike, type: strike, actors: [Anna Alm]}
  - {date: 2025-03-01, title: A second call, type: call, actors: [Bert Bok]}
`

// On returns a session on a record of this text, in January 2026, under a filter.
func On(t interface{ Helper() }, text, query string) *session.Session {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC) }
	s := session.New(context.Background(), now, session.View{Query: query}, session.State{})
	file := load.InMemory("test.yaml", []byte(text))
	s.Accept(load.Files(context.Background(), []load.File{file}, nil), review.Changes{})
	return s
}
