# The same verbs for people and for CI. `just` lists them. Without just, every line runs as it stands.

python := env("PYTHON", ".venv/bin/python")

# a fresh virtual environment with everything development needs
setup:
    python3 -m venv .venv
    {{ python }} -m pip install -e ".[dev]"

# all tests
test *args:
    {{ python }} -m pytest {{ args }}

# lint, format, types, and that compiled and generated files are up to date
check:
    PYTHON={{ python }} scripts/check

# mend what can be mended by itself
fix:
    {{ python }} -m ruff check --fix .
    {{ python }} -m ruff format .

# compile the YAML tables of the world
compile:
    {{ python }} -m dragoman.world.compile

# regenerate the generated pages of the manual
docs:
    {{ python }} scripts/cli_reference.py
    {{ python }} scripts/api_reference.py
    {{ python }} scripts/model_card.py
    {{ python }} scripts/benchmarks.py --render

# quality on the bundled corpus against its floors; `just floors --update` raises them
floors *args:
    {{ python }} scripts/floors.py {{ args }}

# quality on public sets, with DRAGOMAN_SHARED naming their folder; writes docs/benchmarks.md
benchmarks:
    {{ python }} scripts/benchmarks.py

# speed of the trained reader and where its time goes
bench-reader *args:
    {{ python }} bench/reader.py {{ args }}

# speed and memory on generated documents
bench *args:
    {{ python }} bench/throughput.py {{ args }}
