using System.Text;
using Pipelines.Parameters;

namespace Pipelines.Secrets;

/// <summary>Where an encrypted value belongs: it opens nowhere else.</summary>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="Profile">Of the file; null for the file of all.</param>
internal sealed record SecretPlace(string Parameter, string? Profile)
{
    /// <summary>What the encryption binds the value to.</summary>
    public byte[] Associated => Encoding.UTF8.GetBytes($"pipelines v1\n{Profile}\n{Spelling.Key(Parameter)}");

    /// <summary>The command that sets the value.</summary>
    public string SetCommand => $"./build.sh Secrets{(Profile is null ? "" : $" --profile {Profile}")} --set {Parameter}";

    /// <inheritdoc/>
    public override string ToString() => Profile is null ? $"Parameter '{Parameter}' of {ParameterFile.NameOf(Profile)}" : $"Parameter '{Parameter}' of profile '{Profile}'";
}
