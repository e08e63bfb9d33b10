using NUnit.Framework;

// What only needs a processor shares the machine; deployments, loads and measured times have it for themselves, by NonParallelizable.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
