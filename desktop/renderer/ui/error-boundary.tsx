import { Component, type ReactNode } from 'react';
import { Failed } from './states.tsx';

/** A page that breaks leaves the navigation standing. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error === undefined ? (
      this.props.children
    ) : (
      <Failed error={error} retry={() => this.setState({ error: undefined })} />
    );
  }
}
