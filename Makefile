# Habits only: every target is one call of ./fluxhero or of the tool that it names.
.PHONY: help install dev test lint format typecheck check up down logs clean
help: ; @./fluxhero --help
install: ; ./fluxhero build
dev: ; npm --prefix dashboard run dev
test: ; ./fluxhero test
lint: ; npm --prefix dashboard run lint
format: ; ./fluxhero format
typecheck: ; npm --prefix dashboard run typecheck
check: ; npm --prefix dashboard run check
up: ; ./fluxhero up
down: ; ./fluxhero down
logs: ; ./fluxhero logs --follow
clean: ; ./mvnw -q clean && rm -rf dashboard/dist
