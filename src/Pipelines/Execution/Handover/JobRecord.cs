using System.Collections.Immutable;
using System.Text.Json;

namespace Pipelines.Execution.Handover;

/// <summary>What a job did, for the jobs after it.</summary>
/// <param name="Succeeded">Nothing failed in it.</param>
/// <param name="Targets">Those that it did, and whose work travels.</param>
internal sealed record JobRecord(bool Succeeded, ImmutableArray<JobRecord.Target> Targets)
{
    // Read by people when a hand-over goes wrong.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static JobRecord Read(AbsolutePath file) => JsonSerializer.Deserialize<JobRecord>(File.ReadAllText(file), Options)
        ?? throw new JsonException($"'{file}' is empty.");

    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>A target that was done.</summary>
    /// <param name="Name">Of the target.</param>
    /// <param name="Reason">Why it had nothing to do; null when it worked.</param>
    internal sealed record Target(string Name, string? Reason)
    {
        /// <summary>Its typed result; null for none.</summary>
        public JsonElement? Result { get; init; }

        /// <summary>The result holds a secret, so it stays where it was made.</summary>
        public bool IsWithheld { get; init; }

        /// <summary>It declares files.</summary>
        public bool Produces { get; init; }

        /// <summary>Hashes of the files that it produced, by their paths from the root.</summary>
        public ImmutableSortedDictionary<string, string> Files { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    }
}
