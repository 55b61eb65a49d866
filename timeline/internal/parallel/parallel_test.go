package parallel

import (
	"errors"
	"strings"
	"testing"
)

// A panic in another goroutine comes out where that is waited for, and shows where it came from.
func TestGoPanicsWithTheStackOfItsOrigin(t *testing.T) {
	fault := errors.New("a fault of our own")
	for name, run := range map[string]func(){
		"Go": func() { Go(func() { failHere(fault) })() },
		"For": func() {
			For(1<<10, 1, func() func(from, to int) { return func(int, int) { Go(func() { failHere(fault) })() } })
		},
		"Go in Go": func() { Go(func() { Go(func() { failHere(fault) })() })() },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				p, ok := recover().(*Panic)
				if !ok || !errors.Is(p, fault) || !strings.Contains(p.Error(), "failHere") {
					t.Errorf("it panics with %v", p)
				}
			}()
			run()
			t.Error("it does not panic")
		})
	}
}

func failHere(err error) { panic(err) }
