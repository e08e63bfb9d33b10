/// <summary>What one command took, in seconds.</summary>
internal sealed record BenchmarkRow(string Name, double Mean, double Deviation, double Fastest, double Slowest, int Runs);
