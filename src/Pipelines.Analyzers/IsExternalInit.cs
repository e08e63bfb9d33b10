#pragma warning disable IDE0130 // The compiler looks for this name; netstandard2.0 has no such type.
namespace System.Runtime.CompilerServices;

/// <summary>Lets records have members that are set once.</summary>
internal static class IsExternalInit;
