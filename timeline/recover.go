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
