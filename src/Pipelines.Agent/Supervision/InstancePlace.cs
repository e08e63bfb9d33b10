namespace Pipelines.Agent.Supervision;

/// <summary>Which instance of what, and where its files lie.</summary>
/// <param name="Mark">Set in the environment of the instance and all it starts, so that they can be found.</param>
internal sealed record InstancePlace(string Release, int Index, string Folder, string RecordFile, string OutputFile, string Mark);
