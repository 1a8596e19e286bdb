"""The routes of the studio, one module for each thing that pages ask about."""
