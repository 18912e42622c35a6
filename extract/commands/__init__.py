"""The commands of `peelback`: each reads its options, calls a stage, and prints; the logic is in the stages."""
