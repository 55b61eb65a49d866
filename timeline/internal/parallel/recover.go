package parallel

import (
	"fmt"
)

// Recover makes an error of a panic in call. It is for calls into a library that panics where it cannot read or write
// something. A panic of our own is a fault in the program, and goes on.
func Recover[T any](call func() (T, error)) (result T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			var nothing T
			result, err = nothing, fmt.Errorf("%v", fault)
		}
	}()
	return call()
}
