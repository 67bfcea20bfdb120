package site

import (
	"math"
	"strconv"
)

// nice is the smallest round number that is not less than n: 1, 2, 4, 5, 10, 20, …
func nice(n int) int {
	if n <= 4 {
		return max(n, 1)
	}
	unit := math.Pow(10, math.Floor(math.Log10(float64(n))))
	for _, k := range []float64{1, 2, 2.5, 4, 5, 6, 8, 10} {
		if top := int(math.Ceil(k * unit)); top >= n {
			return top
		}
	}
	return n
}

// levels are the numbers written at an axis that ends at top.
func levels(top int) []int {
	switch {
	case top <= 2:
		return []int{0, top}
	case top%4 == 0 && top > 4:
		return []int{0, top / 4, top / 2, top / 4 * 3, top}
	case top%5 == 0:
		return []int{0, top / 5, top / 5 * 2, top / 5 * 3, top / 5 * 4, top}
	case top%2 == 0:
		return []int{0, top / 2, top}
	}
	return []int{0, top}
}

// number2 writes a number without commas: a year.
func number2(n int) string { return strconv.Itoa(n) }
