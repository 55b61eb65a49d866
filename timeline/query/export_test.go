package query

// KeysByName is keysByName, for tests with an index, which imports this package.
var KeysByName = keysByName
