namespace Pipelines.Nuke;

/// <summary>Makes several settings from empty ones, one for each run: <c>s => s.CombineWith(packages, (s, package) => s.SetTargetPath(package))</c>.</summary>
/// <typeparam name="T">The settings of a command.</typeparam>
public delegate IEnumerable<T> CombinatorialConfigure<T>(T settings);
