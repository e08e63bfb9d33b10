namespace Pipelines.Secrets;

/// <summary>What opens an encrypted value; the number stands in the value.</summary>
internal enum KeyKind : byte
{
    /// <summary>Words that people know.</summary>
    Passphrase = 1,

    /// <summary>Random bytes in a file that is not under version control.</summary>
    File = 2,
}
