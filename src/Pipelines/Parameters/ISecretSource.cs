using System.Collections.Immutable;

namespace Pipelines.Parameters;

/// <summary>Finds the values of secrets that are given encrypted or by reference.</summary>
internal interface ISecretSource
{
    /// <summary>The text only says where the value is; finding out starts nothing.</summary>
    bool IsReference(RawValue given);

    /// <summary>The words with the values in place of the references; each value is masked from now on.</summary>
    /// <param name="given">Of a secret parameter.</param>
    /// <param name="mayAsk">A person may be asked for a passphrase.</param>
    /// <param name="cancellationToken">Stops programs and waiting.</param>
    /// <exception cref="DefinitionException">A value cannot be had; the message names parameter and source, never the value.</exception>
    Task<ImmutableArray<string>> FindAsync(RawValue given, bool mayAsk, CancellationToken cancellationToken);
}
