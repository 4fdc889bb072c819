"""What pip installs of a source distribution: the package, with what lies beside it inside it."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["colofon", "colofon.*"]), "colofon.release"],
    package_dir={"colofon.release": "."},
    package_data={
        "colofon": ["**/*.po", "**/*.rng", "**/*.mjs", "**/*.toml", "**/*.md"],
        "colofon.release": [
            *("LICENSE", "README.md", "pyproject.toml", "requirements.lock"),
            *("styles/*", "styles/**/*"),
        ],
    },
)
