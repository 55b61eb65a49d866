package timeline

import "fmt"

// recovered calls the YAML library, which has met something that it cannot read or write where it panics.
func recovered[T any](call func() (T, error)) (result T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			var nothing T
			result, err = nothing, fmt.Errorf("%v", fault)
		}
	}()
	return call()
}

// beside does some work while the caller does other, and done waits for it. Where it panics, done does.
func beside(work func()) (done func()) {
	fault := make(chan error, 1)
	go func() {
		_, err := recovered(func() (any, error) { work(); return nil, nil })
		fault <- err
	}()
	return func() {
		if err := <-fault; err != nil {
			panic(err)
		}
	}
}
