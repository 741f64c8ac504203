# Everything here is a shorthand; the README says how to do the same without make.

GO      ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS  = -s -w -X main.version=$(VERSION)
export CGO_ENABLED = 0

.PHONY: run build test torture check bench cross

run: ## open the app on the samples
	$(GO) run ./cmd/gapbook engagements

build: ## bin/gapbook, one static binary
	$(GO) build -trimpath -ldflags '$(LDFLAGS)' -o bin/ ./cmd/gapbook

test: ## everything that must hold
	$(GO) vet ./...
	$(GO) test $$($(GO) list ./... | grep -v /cmd/)
	$(GO) test ./cmd/... # alone: it kills programs against the clock

check: test cross ## what a change must pass before it lands
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo 'run gofmt on these'; exit 1; }
	$(GO) tool gofumpt -l . | { ! grep .; }
	$(GO) tool staticcheck ./...
	CGO_ENABLED=1 $(GO) test -race ./...
	$(GO) mod tidy -diff

cross: ## the three systems that people carry
	@for on in linux/arm64 darwin/arm64 windows/amd64; do \
		echo "vet $$on"; GOOS=$${on%/*} GOARCH=$${on#*/} $(GO) vet ./... || exit 1; done

torture: ## kill it a thousand times while it is typed into, and read damaged journals for a while
	GAPBOOK_TORTURE=1000 $(GO) test -count=1 -timeout 30m -run TestKilledWhileTyping -v ./cmd/gapbook
	$(GO) test -run '^$$' -fuzz FuzzJournal -fuzztime 2m -fuzzminimizetime 50x ./model/workbook

bench: ## speed, as ratios against a peer in the same run
	$(GO) test -run '^$$' -bench . -benchtime 1s ./...
