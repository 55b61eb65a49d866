package host

// CanSuspend says that there is no job control here.
func CanSuspend() bool { return false }
