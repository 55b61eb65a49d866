package parallel

import "fmt"

// Recover returns what call returns. If call panics, it returns the zero T and an error with the text of the panic. It
// is for calls into a library that panics over input that it cannot read or write. A panic in our own code is a fault
// of the program and must go on to whoever reports it.
func Recover[T any](call func() (T, error)) (result T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			var nothing T
			result, err = nothing, fmt.Errorf("%v", fault)
		}
	}()
	return call()
}
