namespace Pipelines;

/// <summary>Something that only so many targets may use at the same time: <c>static readonly Resource Database = new("database");</c></summary>
/// <param name="Name">Two resources with the same name are one.</param>
/// <param name="Capacity">Targets at the same time, at least 1.</param>
public sealed record Resource(string Name, int Capacity = 1);
